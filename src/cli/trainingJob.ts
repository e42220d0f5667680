import type { Samples } from '../learning/samples.ts';
import { validateNetwork } from '../learning/validation/validateNetwork.ts';
import { readSampleFile } from './sampleFile.ts';
import type { TrainingJob } from './trainNetwork.ts';
import type { TrainOptions } from './trainOptions.ts';

const none: Samples = { points: new Float32Array(), labels: new Uint8Array() };

/** Reads the files that the options name. Throws a UsageError for the first that is faulty. */
export function readTrainingJob(options: TrainOptions, folder: string): TrainingJob {
  const { trainingFile, evaluationFile, network, training, stopping } = options;
  const samples = {
    training: readSampleFile(folder, trainingFile),
    evaluation: evaluationFile === undefined ? none : readSampleFile(folder, evaluationFile),
  };
  const classes = Math.max(2, classCount(samples.training), classCount(samples.evaluation));
  const specification = { network: validateNetwork({ ...network, classes }), training };
  return { specification, samples, stopping };
}

/** One more than the largest label. */
function classCount({ labels }: Samples): number {
  return labels.reduce((largest, label) => Math.max(largest, label), -1) + 1;
}
