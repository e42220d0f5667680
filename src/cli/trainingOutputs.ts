import { join, resolve } from 'node:path';
import { modelFiles } from '../engines/layersModel.ts';
import { checkOutputs } from './checkOutputs.ts';
import { InterruptedError } from './interruptedError.ts';
import type { OutputFile } from './outputFile.ts';
import type { PreparedTraining } from './prepareTraining.ts';
import { StagedFiles } from './stagedFiles.ts';
import type { Terminal } from './terminal.ts';
import type { TrainOptions } from './trainOptions.ts';
import { UsageError } from './usageError.ts';

/** The pieces of a file's content, in order. */
type Content = Iterable<string | Uint8Array>;

/** Throws a UsageError for files that could not be written, before any work is done for them. */
export function checkTrainingOutputs(options: TrainOptions, folder: string): void {
  const { trainingFile, evaluationFile } = options;
  const inputs = [trainingFile, evaluationFile].filter((name) => name !== undefined);
  checkOutputs(
    outputFiles(options, folder),
    inputs.map((name) => ({ name, path: resolve(folder, name) })),
  );
}

/**
 * Writes the model and the predictions, where they were asked for: all of it or nothing.
 * @returns what must be done before tfjs can load the model; empty where it loads as it is.
 * @throws UsageError
 * @throws InterruptedError
 */
export async function writeOutputs(
  options: TrainOptions,
  { folder, interrupted }: Terminal,
  trained: PreparedTraining,
): Promise<string> {
  const model = options.saveFolder === undefined ? noModel : await modelContents(trained);
  const contents = [
    ...model.contents,
    ...(options.predictionsFile === undefined ? [] : [await predictionsContent(trained)]),
  ];
  const staged = new StagedFiles();
  try {
    checkTrainingOutputs(options, folder); // again: training may have taken hours
    for (const [i, file] of outputFiles(options, folder).entries()) {
      await staged.write(file, contents[i] ?? [], interrupted);
    }
    staged.commit();
    return model.note;
  } catch (error) {
    staged.discard();
    if (interrupted.aborted) throw new InterruptedError(interrupted, 'while writing');
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message} Nothing was written.`);
  }
}

/** In the order of the contents. */
function outputFiles({ saveFolder, predictionsFile }: TrainOptions, folder: string): OutputFile[] {
  const file = (option: string, name: string) => ({ option, name, path: resolve(folder, name) });
  const model = saveFolder === undefined ? [] : modelNames.map((name) => join(saveFolder, name));
  return [
    ...model.map((name) => ({ ...file('save', name), makesFolders: true })),
    ...(predictionsFile === undefined
      ? []
      : [{ ...file('predictions', predictionsFile), makesFolders: false }]),
  ];
}

/** The description last: where it is, the weights are beside it. */
const modelNames = ['weights.bin', 'model.json'];

/** What the files of a model hold, and what must be done before tfjs can load it. */
interface ModelContents {
  readonly contents: readonly Content[];
  readonly note: string;
}

const noModel: ModelContents = { contents: [], note: '' };

async function modelContents({ engine, scaling }: PreparedTraining): Promise<ModelContents> {
  const { network } = engine.specification;
  const parameters = await engine.parameters();
  const { modelJson, weights, note } = await modelFiles(network, parameters, {
    weightsFile: 'weights.bin',
    scaling,
  });
  return { contents: [[new Uint8Array(weights)], [`${modelJson}\n`]], note };
}

async function predictionsContent({ engine, samples }: PreparedTraining): Promise<Content> {
  const { classes } = engine.specification.network;
  const { probabilities } = await engine.probabilitiesAndLoss('evaluation');
  return predictionLines(samples.evaluation.labels, probabilities, classes);
}

/** Lines in one piece. */
const linesAtOnce = 4096;

/** CSV with a header: the actual class, and the probability of class 1. */
function* predictionLines(
  labels: Uint8Array,
  probabilities: Float32Array,
  classes: number,
): Generator<string> {
  yield 'label,probability\n';
  for (let first = 0; first < labels.length; first += linesAtOnce) {
    const lines = Array.from(labels.subarray(first, first + linesAtOnce), (label, i) => {
      return `${label},${probabilities[(first + i) * classes + 1] ?? NaN}\n`;
    });
    yield lines.join('');
  }
}
