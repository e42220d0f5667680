import type { Engine } from '../../learning/engine.ts';
import { predictedClasses } from '../../learning/evaluation/predictedClasses.ts';

/** Mean negative log likelihood of both sets and the accuracy on the evaluation set. */
export interface Losses {
  readonly training: number;
  /** NaN for an empty set. */
  readonly evaluation: number;
  /** NaN for an empty set, and where it was not asked for. */
  readonly accuracy: number;
}

/** The losses of both sets. `labels`: those of the evaluation set, when the accuracy is asked for. */
export async function measureLosses(engine: Engine, labels?: Uint8Array): Promise<Losses> {
  const training = await engine.loss('training');
  if (!labels) return { training, evaluation: await engine.loss('evaluation'), accuracy: NaN };
  const { probabilities, loss: evaluation } = await engine.probabilitiesAndLoss('evaluation');
  const predicted = predictedClasses(probabilities, engine.specification.network.classes);
  const correct = predicted.filter((label, i) => label === labels[i]).length;
  return { training, evaluation, accuracy: correct / labels.length };
}
