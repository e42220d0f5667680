import { datasetNamed } from '../../learning/datasets/datasets.ts';
import {
  experimentEnding,
  ExperimentFileError,
  type KeptExperiment,
  type KeptRun,
} from '../../learning/experimentFile/experimentFile.ts';
import { readExperimentFile } from '../../learning/experimentFile/readExperimentFile.ts';
import { writeExperimentFile } from '../../learning/experimentFile/writeExperimentFile.ts';
import { withCuts } from '../../learning/heldParameters.ts';
import { parameterCount } from '../../learning/parameters.ts';
import { shownName } from '../../learning/quoted.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { engineNames } from '../../engines/engineNames.ts';
import type { Experiment } from './experiment.svelte.ts';
import { fileStem } from './fileStem.ts';
import type { GivenFile } from './fileImport.svelte.ts';
import type { TextFile } from './sampleFiles.ts';

/** Bytes that such a file may have on the page. */
const largestFile = 50_000_000;

/** Samples of both sets that the page takes. */
const mostSamples = 40_000;

/** Whether a file is, by its name, one of experiments rather than of samples. */
export function isExperimentFile({ name }: Pick<GivenFile, 'name'>): boolean {
  return name.toLowerCase().endsWith('.json');
}

/** The experiment as it is now: its samples, its settings, and how far it has learned. */
function keptExperiment(experiment: Experiment): KeptExperiment {
  const { source, configuration } = experiment.history.current;
  const { threshold, positiveClass } = experiment.decision.settings;
  return {
    name: source.kind === 'own' ? source.name : datasetNamed(source.recipe.set).label,
    source,
    configuration,
    engine: experiment.run.engine.choice,
    decision: { threshold, positiveClass },
    run: keptRun(experiment),
  };
}

/** The file `NAME.edgewise.json`. */
export function experimentFile(experiment: Experiment): TextFile {
  const kept = keptExperiment(experiment);
  return { name: `${fileStem(kept.name)}${experimentEnding}`, text: writeExperimentFile(kept) };
}

/**
 * Opens a file of an experiment; undo brings back what was there. Returns why it could not be opened, a
 * sentence, and then nothing has changed; empty where it could.
 */
export async function openExperimentFile(
  experiment: Experiment,
  { name, content }: GivenFile,
): Promise<string> {
  try {
    if (content.size > largestFile) {
      throw new ExperimentFileError(`expected at most ${largestFile / 1e6} MB, got more`);
    }
    useExperiment(experiment, readExperimentFile(await content.text()));
    return '';
  } catch (error) {
    if (error instanceof ExperimentFileError) return `${shownName(name)}: ${error.message}.`;
    return `${shownName(name)} could not be read: it was moved or changed, or this page may not read it.`;
  }
}

/** @throws ExperimentFileError for one that this page cannot show. */
function useExperiment(experiment: Experiment, kept: KeptExperiment): void {
  const { source, configuration, engine, decision, run } = kept;
  checkSize(kept);
  experiment.run.engine.choose(engineNames.find(({ name }) => name === engine)?.name ?? 'auto');
  if (decision) experiment.decision.set(decision);
  experiment.resume({ source, configuration }, run);
  experiment.announcer.say(`Opened the experiment ${kept.name}.`);
}

function keptRun({ run, history }: Experiment): KeptRun | undefined {
  const { lastGood, curve } = run.state;
  if (!lastGood || lastGood.progress.step === 0) return undefined;
  const { training, network } = history.current.configuration;
  const { progress, updaterState } = lastGood;
  const parameters = withCuts(lastGood.parameters, training);
  const length = updaterNamed(training.updater).slots.length * parameterCount(network);
  // An updater chosen a moment ago begins at zero.
  const snapshot =
    updaterState.length === length
      ? { progress, parameters, updaterState }
      : {
          progress: { ...progress, updates: 0 },
          parameters,
          updaterState: new Float32Array(length),
        };
  const { epoch } = progress;
  const losses = curve.points.filter((point) => point.epoch < epoch + 1);
  return { snapshot, losses };
}

function checkSize({ source }: KeptExperiment): void {
  if (source.kind === 'recipe') return;
  const { training, evaluation } = source.samples;
  const count = training.labels.length + evaluation.labels.length;
  if (count <= mostSamples) return;
  throw new ExperimentFileError(
    `samples: expected at most ${mostSamples} on the page, got ${count}; the terminal takes more`,
  );
}
