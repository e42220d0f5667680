import type { RecipeChoice } from '../learning/configuration.ts';
import { describeForm } from '../learning/csv/describeForm.ts';
import type { SampleTable } from '../learning/csv/sampleTable.ts';
import { splitTable } from '../learning/csv/splitTable.ts';
import { datasetNamed } from '../learning/datasets/datasets.ts';
import { makeSampleSets } from '../learning/datasets/makeSampleSets.ts';
import type { SetName } from '../learning/samples.ts';
import { farFromUnitScale } from '../learning/scaling/farFromUnitScale.ts';
import { fitScaling, type Points, scalePoints } from '../learning/scaling/fitScaling.ts';
import { validateNetwork } from '../learning/validation/validateNetwork.ts';
import type { TrainingJob } from './prepareTraining.ts';
import { readSampleFile } from './sampleFile.ts';
import type { Terminal } from './terminal.ts';
import type { TrainOptions } from './trainOptions.ts';

/** Of the options of a command, those that decide what to train. */
type JobOptions = Pick<
  TrainOptions,
  | 'trainingFile'
  | 'evaluationFile'
  | 'recipe'
  | 'file'
  | 'scaling'
  | 'network'
  | 'training'
  | 'stopping'
>;

/** Both sets before they are scaled, and sentences on where they come from. */
interface RawSets {
  readonly sets: Readonly<Record<SetName, RawSamples>>;
  readonly classes: number;
  readonly sentences: readonly string[];
}

interface RawSamples {
  /** n×2, row-major. */
  readonly points: Points;
  readonly labels: Uint8Array;
}

/**
 * Reads the files that the options name, or draws the samples of their recipe.
 * @throws UsageError for the first that is faulty.
 * @throws InterruptedError
 */
export async function readTrainingJob(
  options: JobOptions,
  terminal: Terminal,
): Promise<TrainingJob> {
  const { recipe, network, training, stopping } = options;
  const raw = recipe ? drawn(recipe) : await readSets(options, terminal);
  const { sets, classes, sentences } = raw;
  const scaling = fitScaling(options.scaling, sets.training.points);
  const scaled = ({ points, labels }: RawSamples) => {
    return { points: scalePoints(points, scaling), labels };
  };
  const far = options.scaling === 'none' ? farFromUnitScale(sets.training.points) : '';
  return {
    specification: { network: validateNetwork({ ...network, classes }), training },
    samples: { training: scaled(sets.training), evaluation: scaled(sets.evaluation) },
    scaling,
    sentences,
    warning: far === '' ? '' : `${far} Try --scale standard.`,
    stopping,
  };
}

function drawn(recipe: RecipeChoice): RawSets {
  const { classes } = datasetNamed(recipe.set);
  return { sets: makeSampleSets(recipe), classes, sentences: [] };
}

async function readSets(
  { trainingFile = '', evaluationFile, file, network }: JobOptions,
  { folder, interrupted }: Terminal,
): Promise<RawSets> {
  const { choice, skipIncomplete, share } = file;
  const read = (name: string, like?: SampleTable) =>
    readSampleFile({ folder, name }, interrupted, { choice, skipIncomplete, like });
  const table = await read(trainingFile);
  const classes = table.classNames.length;
  const sentences = [describeForm(table)];
  if (share > 0) return { sets: splitTable(table, share, network.seed), classes, sentences };
  if (evaluationFile === undefined) {
    return { sets: { training: table, evaluation: emptySet }, classes, sentences };
  }
  const evaluation = await read(evaluationFile, table);
  sentences.push(describeForm(evaluation));
  return { sets: { training: table, evaluation }, classes, sentences };
}

const emptySet: RawSamples = { points: new Float32Array(), labels: new Uint8Array() };
