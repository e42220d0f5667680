import { createSimdEngine } from '../engines/simdEngine.ts';
import { evaluate } from '../learning/evaluation/evaluate.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import type { Samples, SetName, Window } from '../learning/samples.ts';
import { samplesOf } from '../learning/sampleSource.ts';
import { sampleWindow } from '../learning/sampleWindow.ts';
import type { ExperimentSettings } from '../state/experiment/settings.ts';
import { TrainingLoop } from '../training/running/trainingLoop.ts';

/** A network at the end of its training, as far as a picture shows it. */
export interface TrainedNetwork {
  readonly samples: Readonly<Record<SetName, Samples>>;
  readonly window: Window;
  /** resolution² probabilities at the centres of cells that fill the window, for all classes or for class 1 of two. */
  readonly field: Float32Array;
  readonly resolution: number;
  /** The share of the evaluation samples that are predicted right. */
  readonly accuracy: number;
}

/** Trains until a stop rule ends it. The same settings give the same network on every machine. */
export async function trainedNetwork(
  { source, configuration }: ExperimentSettings,
  resolution: number,
): Promise<TrainedNetwork> {
  const { network, training, stopping } = configuration;
  const samples = samplesOf(source);
  const parameters = Float32Array.from(initialParameters(network));
  const engine = await createSimdEngine({ network, training }, parameters);
  try {
    await engine.load('training', samples.training);
    await engine.load('evaluation', samples.evaluation);
    const setup = { samples, stopping, epoch: 0, stepsPerFrame: Infinity };
    const loop = new TrainingLoop(setup, () => performance.now());
    loop.train(engine.progress());
    const access = {
      use: <Result>(task: (one: typeof engine) => Promise<Result>) => task(engine),
      progress: () => engine.progress(),
    };
    while (typeof (await loop.work(access)) === 'number');
    const window = sampleWindow(samples.training, samples.evaluation);
    const field = await engine.field(window, resolution, network.classes === 2 ? [1] : undefined);
    const probabilities = await engine.probabilities('evaluation');
    const { labels } = samples.evaluation;
    const accuracy = evaluate(probabilities, labels, network.classes).value('accuracy');
    return { samples, window, field, resolution, accuracy };
  } finally {
    engine.dispose();
  }
}
