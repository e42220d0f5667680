import { createSimdEngine } from '../engines/simdEngine.ts';
import type { StopRules } from '../learning/configuration.ts';
import type { Engine } from '../learning/engine.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import type { Samples, SetName } from '../learning/samples.ts';
import type { Scaling } from '../learning/scaling/scaling.ts';
import type { Specification } from '../learning/specification.ts';
import { largestCoordinate } from '../training/running/divergenceReason.ts';

/** What to train, and how long. */
export interface TrainingJob {
  readonly specification: Specification;
  /** Scaled. */
  readonly samples: Readonly<Record<SetName, Samples>>;
  readonly scaling: Scaling;
  /** What was recognised in files: a line each. */
  readonly sentences: readonly string[];
  /** A sentence, or empty. */
  readonly warning: string;
  /** With a limit of epochs. */
  readonly stopping: StopRules;
}

/** A network with its samples, ready to be trained. */
export interface PreparedTraining {
  readonly engine: Engine;
  /** Without the points: the engine has them, and many samples need much memory. */
  readonly samples: Readonly<Record<SetName, Samples>>;
  readonly largestCoordinate: number;
  readonly scaling: Scaling;
  readonly sentences: readonly string[];
  readonly warning: string;
  readonly stopping: StopRules;
}

/** Makes the network of a job on the SIMD engine. The job's points are not needed any more. */
export async function prepareTraining(job: TrainingJob): Promise<PreparedTraining> {
  const { specification, samples, stopping, scaling, sentences, warning } = job;
  const { training, evaluation } = samples;
  const parameters = Float32Array.from(initialParameters(specification.network));
  const engine = await createSimdEngine(specification, parameters);
  await engine.load('training', training);
  await engine.load('evaluation', evaluation);
  return {
    engine,
    samples: { training: withoutPoints(training), evaluation: withoutPoints(evaluation) },
    largestCoordinate: largestCoordinate(training.points),
    scaling,
    sentences,
    warning,
    stopping,
  };
}

function withoutPoints({ labels }: Samples): Samples {
  return { points: new Float32Array(), labels };
}
