import { stepsPerEpoch } from '../learning/batches.ts';
import type { Engine } from '../learning/engine.ts';
import { divergenceReason } from '../training/running/divergenceReason.ts';
import { TrainingLoop } from '../training/running/trainingLoop.ts';
import { InterruptedError } from './interruptedError.ts';
import { lookAround } from './lookAround.ts';
import type { PreparedTraining } from './prepareTraining.ts';

/** Training broke off: the loss is no longer finite. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';
}

/** The error for a training run that has diverged at the step where its engine is. */
export function divergedTraining({ engine, largestCoordinate }: PreparedTraining): DivergedError {
  const { step } = engine.progress();
  const advice = (lowerRate: number) => `try --rate ${lowerRate}`;
  const { training } = engine.specification;
  return new DivergedError(divergenceReason(training, step, largestCoordinate, advice));
}

/** Steps of a training that no other stop rule ends before its last epoch. */
export function plannedSteps({ engine, samples, stopping }: PreparedTraining): number {
  const { batchSize } = engine.specification.training;
  return stopping.epochs * stepsPerEpoch(samples.training.labels.length, batchSize);
}

/**
 * Trains as a session does, in pieces of a few milliseconds; `watch` is called after each with the
 * step reached. Returns why training ended, a full sentence.
 * @throws InterruptedError
 * @throws DivergedError
 */
export async function trainNetwork(
  prepared: PreparedTraining,
  interrupted: AbortSignal,
  watch: (step: number) => void,
): Promise<string> {
  const { engine, samples, stopping } = prepared;
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
      throw new InterruptedError(interrupted, `at step ${step} of ${plannedSteps(prepared)}`);
    }
    const ending = typeof outcome === 'number' ? undefined : outcome;
    if (ending?.phase === 'diverged' || !(await hasFiniteParameters(engine))) {
      throw divergedTraining(prepared);
    }
    if (ending) return ending.reason;
  }
}

async function hasFiniteParameters(engine: Engine): Promise<boolean> {
  return (await engine.parameters()).every(Number.isFinite);
}
