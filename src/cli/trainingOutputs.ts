import { join, resolve } from 'node:path';
import { modelFiles } from '../engines/layersModel.ts';
import type { Engine } from '../learning/engine.ts';
import { checkOutputFile, checkOutputFolder, makeFolder, writeWhole } from './outputFiles.ts';
import type { TrainingJob } from './trainNetwork.ts';
import type { TrainOptions } from './trainOptions.ts';
import { UsageError } from './usageError.ts';

/** Throws a UsageError for files that could not be written, before any work is done for them. */
export function checkOutputs(options: TrainOptions, folder: string): void {
  const { trainingFile, evaluationFile, saveFolder, predictionsFile } = options;
  if (saveFolder !== undefined) checkOutputFolder(saveFolder, resolve(folder, saveFolder));
  if (predictionsFile === undefined) return;
  const path = resolve(folder, predictionsFile);
  checkOutputFile(predictionsFile, path);
  for (const input of [trainingFile, evaluationFile]) {
    if (input === undefined || resolve(folder, input) !== path) continue;
    throw new UsageError(`--predictions: expected another file than the samples, ${input}.`);
  }
}

/**
 * Writes the model and the predictions, where they were asked for.
 * @returns what must be done before tfjs can load the model; empty where it loads as it is.
 */
export async function writeOutputs(
  options: TrainOptions,
  folder: string,
  engine: Engine,
  job: TrainingJob,
): Promise<string> {
  const { saveFolder, predictionsFile } = options;
  const note =
    saveFolder === undefined
      ? ''
      : await saveModel(saveFolder, resolve(folder, saveFolder), engine);
  if (predictionsFile === undefined) return note;
  const { classes } = job.specification.network;
  const probabilities = await engine.probabilities('evaluation');
  const text = predictionsText(job.samples.evaluation.labels, probabilities, classes);
  writeWhole(predictionsFile, resolve(folder, predictionsFile), text);
  return note;
}

async function saveModel(name: string, path: string, engine: Engine): Promise<string> {
  const { modelJson, weights, note } = await modelFiles(
    engine.specification.network,
    await engine.parameters(),
    'weights.bin',
  );
  makeFolder(name, path);
  // The description last: where it is, the weights are beside it.
  writeWhole(join(name, 'weights.bin'), join(path, 'weights.bin'), new Uint8Array(weights));
  writeWhole(join(name, 'model.json'), join(path, 'model.json'), `${modelJson}\n`);
  return note;
}

/** CSV with a header: the actual class, and the probability of class 1. */
function predictionsText(labels: Uint8Array, probabilities: Float32Array, classes: number): string {
  const lines = Array.from(labels, (label, i) => `${label},${probabilities[i * classes + 1]}`);
  return ['label,probability', ...lines, ''].join('\n');
}
