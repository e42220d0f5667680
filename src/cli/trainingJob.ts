import type { Samples } from '../learning/samples.ts';
import { validateNetwork } from '../learning/validation/validateNetwork.ts';
import type { TrainingJob } from './prepareTraining.ts';
import { readSampleFile } from './sampleFile.ts';
import type { Terminal } from './terminal.ts';
import type { TrainOptions } from './trainOptions.ts';

const none: Samples = { points: new Float32Array(), labels: new Uint8Array() };

/**
 * Reads the files that the options name.
 * @throws UsageError for the first that is faulty.
 * @throws InterruptedError
 */
export async function readTrainingJob(
  options: TrainOptions,
  { folder, interrupted }: Terminal,
): Promise<TrainingJob> {
  const { trainingFile, evaluationFile, network, training, stopping } = options;
  const read = (name: string) => readSampleFile({ folder, name }, interrupted);
  const samples = {
    training: await read(trainingFile),
    evaluation: evaluationFile === undefined ? none : await read(evaluationFile),
  };
  const classes = Math.max(2, classCount(samples.training), classCount(samples.evaluation));
  const specification = { network: validateNetwork({ ...network, classes }), training };
  return { specification, samples, stopping };
}

/** One more than the largest label. */
function classCount({ labels }: Samples): number {
  return labels.reduce((largest, label) => Math.max(largest, label), -1) + 1;
}
