import { createSimdEngine } from '../engines/simdEngine.ts';
import { stepsPerEpoch } from '../learning/batches.ts';
import type { StopRules } from '../learning/configuration.ts';
import type { Engine } from '../learning/engine.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import type { Samples, SetName } from '../learning/samples.ts';
import type { Specification } from '../learning/specification.ts';
import { divergenceReason } from '../training/running/divergenceReason.ts';
import { TrainingLoop } from '../training/running/trainingLoop.ts';

/** Training broke off: the loss is no longer finite. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';

  constructor({ training }: Specification, step: number) {
    super(divergenceReason(training, step, (lowerRate) => `try --rate ${lowerRate}`));
  }
}

/** Training broke off: the user interrupted it. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** What to train, and how long. */
export interface TrainingJob {
  readonly specification: Specification;
  readonly samples: Readonly<Record<SetName, Samples>>;
  /** With a limit of epochs. */
  readonly stopping: StopRules;
}

/** A network that was trained to the end. */
export interface TrainedNetwork {
  readonly engine: Engine;
  /** Why training ended, a full sentence. */
  readonly reason: string;
}

/** Steps of a job that no other stop rule ends before its last epoch. */
export function plannedSteps({ specification, samples, stopping }: TrainingJob): number {
  const { batchSize } = specification.training;
  return stopping.epochs * stepsPerEpoch(samples.training.labels.length, batchSize);
}

/**
 * Trains on the SIMD engine as a session does, in pieces of a few milliseconds; `watch` is called
 * after each with the step reached.
 * @throws InterruptedError
 * @throws DivergedError
 */
export async function trainNetwork(
  job: TrainingJob,
  interrupted: AbortSignal,
  watch: (step: number) => void,
): Promise<TrainedNetwork> {
  const { specification, samples, stopping } = job;
  const engine = await makeEngine(job);
  const loop = new TrainingLoop({ samples, stopping, epoch: 0, stepsPerFrame: Infinity }, () =>
    performance.now(),
  );
  loop.train(engine.progress());
  for (;;) {
    const outcome = await loop.work({
      use: (task) => task(engine),
      progress: () => engine.progress(),
    });
    const { step } = engine.progress();
    watch(step);
    await lookAround();
    if (interrupted.aborted) {
      throw new InterruptedError(`Interrupted at step ${step} of ${plannedSteps(job)}.`);
    }
    const ending = typeof outcome === 'number' ? undefined : outcome;
    if (ending?.phase === 'diverged' || !(await hasFiniteParameters(engine))) {
      throw new DivergedError(specification, step);
    }
    if (ending) return { engine, reason: ending.reason };
  }
}

async function makeEngine({ specification, samples }: TrainingJob): Promise<Engine> {
  const parameters = Float32Array.from(initialParameters(specification.network));
  const engine = await createSimdEngine(specification, parameters);
  await engine.load('training', samples.training);
  await engine.load('evaluation', samples.evaluation);
  return engine;
}

async function hasFiniteParameters(engine: Engine): Promise<boolean> {
  return (await engine.parameters()).every(Number.isFinite);
}

/** Lets signals in. */
function lookAround(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
