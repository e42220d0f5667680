import { classFields, classTraining, defaultClass } from '../federated/settings/classFields.ts';
import { classObjection } from '../federated/settings/classObjection.ts';
import type { ClassSettings } from '../federated/settings/classSettings.ts';
import { conditions } from '../federated/settings/conditions.ts';
import { classSettingsTable } from '../federated/settings/classSettingsTable.ts';
import { strategyNamed } from '../federated/strategies/strategies.ts';
import { articleConfiguration } from '../learning/configuration.ts';
import { withDefaults } from '../learning/hyperparameter.ts';
import { lensOf } from '../learning/settings/lensOf.ts';
import { networkSettings } from '../learning/settings/networkSettings.ts';
import { type Setting, settingOfPart } from '../learning/settings/setting.ts';
import { trainingSettings } from '../learning/settings/trainingSettings.ts';
import type { NetworkSpecification, TrainingSpecification } from '../learning/specification.ts';
import type { CommandOption, GivenOptions } from './commandOptions.ts';
import { helpLines, readOptions } from './commandOptions.ts';
import { exitCodesText } from './exitCodes.ts';
import { type FileOptions, fileOptions, readFileOptions } from './fileOptions.ts';
import { listed } from './sampleOptions.ts';
import { readScaling, scalingOption } from './scalingOption.ts';
import { readSettingOptions, settingOptions } from './settingOptions.ts';
import { withAllHyperparameters } from './trainOptions.ts';
import { UsageError } from './usageError.ts';

/** What is set with options. */
interface ClassExperiment {
  readonly class: ClassSettings;
  readonly network: NetworkSpecification;
  readonly training: TrainingSpecification;
}

/** What the user asked `edgewise class` to do. Paths are as they were given. */
export interface ClassOptions extends ClassExperiment {
  readonly trainingFile: string;
  readonly evaluationFile: string;
  readonly file: FileOptions;
  /** Name in the table of scalings. */
  readonly scaling: string;
  /** Whether to train the same network in one place as well. */
  readonly central: boolean;
  readonly json: boolean;
}

const usual: ClassExperiment = {
  class: defaultClass,
  network: articleConfiguration.network,
  training: classTraining,
};

const settings: readonly Setting<ClassExperiment>[] = [
  ...classSettingsTable.map((setting) =>
    settingOfPart<ClassExperiment, ClassSettings>(setting, lensOf('class')),
  ),
  ...networkSettings.map((setting) =>
    settingOfPart<ClassExperiment, NetworkSpecification>(setting, lensOf('network')),
  ),
  ...trainingSettings.map((setting) =>
    settingOfPart<ClassExperiment, TrainingSpecification>(setting, lensOf('training')),
  ),
].map((setting) => ({ ...setting, defaultText: setting.write(usual) ?? setting.defaultText }));

const options: readonly CommandOption[] = [
  { name: 'data', value: 'FILE', meaning: 'Samples that are dealt to the clients.' },
  { name: 'eval', value: 'FILE', meaning: 'Samples to evaluate on after each round.' },
  // The evaluation set is a file of its own.
  ...fileOptions.filter(({ name }) => name !== 'share'),
  scalingOption,
  ...settingOptions(settings),
  {
    name: 'central',
    meaning: 'Train the same network on all samples in one place as well, for comparison.',
  },
  { name: 'json', meaning: 'Print one JSON object and nothing else; a failure as {"error": {…}}.' },
  { name: 'help', meaning: 'Print this text.' },
];

export const classHelp = `Lets simulated clients, each with its share of the samples, learn one network: in each
round they learn on their own samples, and only the changes of the network travel.

  npm run -s edgewise -- class --data FILE --eval FILE [options]

Samples are tables such as train reads. The seed decides everything that is drawn: the same
seed gives the same rounds. Bytes are those of the frames of docs/protocol.md; those of
updates that come too late count, too.

${helpLines(options)}

${exitCodesText}`;

/** Undefined when help was asked for. Throws a UsageError with a full sentence. */
export function readClassOptions(words: readonly string[]): ClassOptions | undefined {
  const given = readOptions(words, options);
  if (given.has('help')) return undefined;
  if (given.words.length > 0) {
    throw new UsageError(`class: expected options only, got ${listed(given.words)}.`);
  }
  const trainingFile = fileOption(given, 'data');
  const evaluationFile = fileOption(given, 'eval');
  const experiment = readSettingOptions(given, settings, usual);
  refuseUnused(given, experiment.class);
  const objection = classObjection(experiment.class, experiment.training);
  if (objection) throw new UsageError(`--${objection.key}: ${objection.clause}.`);
  return {
    class: withStrategyDefaults(experiment.class),
    network: experiment.network,
    training: withAllHyperparameters(experiment.training),
    trainingFile,
    evaluationFile,
    file: readFileOptions(given),
    scaling: readScaling(given),
    central: given.has('central'),
    json: given.has('json'),
  };
}

function fileOption(given: GivenOptions, name: string): string {
  const file = given.text(name);
  if (file !== undefined) return file;
  throw new UsageError(`--${name}: expected a FILE of samples, got none.`);
}

/** An option that has no effect with the others is a mistake, and is refused. */
function refuseUnused(given: GivenOptions, settings: ClassSettings): void {
  for (const { name, wanted, isMet } of conditions) {
    if (isMet(settings)) continue;
    const { key } = classFields[name];
    if (given.has(key)) throw new UsageError(`--${key}: expected ${wanted} as well.`);
  }
}

function withStrategyDefaults(settings: ClassSettings): ClassSettings {
  const { strategy, strategyHyperparameters } = settings;
  const { hyperparameters } = strategyNamed(strategy);
  return {
    ...settings,
    strategyHyperparameters: withDefaults(hyperparameters, strategyHyperparameters),
  };
}
