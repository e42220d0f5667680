import { createSimdEngine } from '../engines/simdEngine.ts';
import { stepsPerEpoch } from '../learning/batches.ts';
import type { Engine } from '../learning/engine.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import type { Samples, SetName } from '../learning/samples.ts';
import type { Specification } from '../learning/specification.ts';

/** Milliseconds of training between two looks at what else there is to do. */
const shortChunk = 20;
const longChunk = 80;

/** Training broke off: the loss is no longer finite. */
export class DivergedError extends Error {
  override readonly name = 'DivergedError';

  constructor(step: number, rate: number) {
    const lower = Number((rate / 10).toPrecision(2));
    super(
      `Training has diverged: by step ${step} the loss is no longer a finite number. ` +
        `The likely cause is a learning rate that is too high; try --rate ${lower}.`,
    );
  }
}

/** Training broke off: it was told to. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

/** What to train, and how long. */
export interface TrainingJob {
  readonly specification: Specification;
  readonly samples: Readonly<Record<SetName, Samples>>;
  readonly epochs: number;
}

/** Trains on the SIMD engine; `watch` is called again and again with the step reached. */
export async function trainNetwork(
  { specification, samples, epochs }: TrainingJob,
  interrupted: AbortSignal,
  watch: (step: number) => void,
): Promise<Engine> {
  const { network, training } = specification;
  const engine = await createSimdEngine(
    specification,
    Float32Array.from(initialParameters(network)),
  );
  await engine.load('training', samples.training);
  await engine.load('evaluation', samples.evaluation);

  const steps = epochs * stepsPerEpoch(samples.training.labels.length, training.batchSize);
  let chunk = 1;
  while (engine.progress().step < steps) {
    const begun = performance.now();
    await engine.train(Math.min(chunk, steps - engine.progress().step));
    const took = performance.now() - begun;
    if (took < shortChunk) chunk *= 2;
    else if (took > longChunk) chunk = Math.max(1, Math.floor(chunk / 2));

    const { step } = engine.progress();
    watch(step);
    await lookAround();
    if (interrupted.aborted) throw new InterruptedError(`Interrupted at step ${step} of ${steps}.`);
    const parameters = await engine.parameters();
    if (!parameters.every(Number.isFinite)) throw new DivergedError(step, training.rate);
  }
  return engine;
}

/** Lets signals in. */
function lookAround(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
