import type { Engine } from '../../learning/engine.ts';
import { predictedClasses } from '../../learning/evaluation/predictedClasses.ts';
import { negativeLogLikelihood } from '../../learning/negativeLogLikelihood.ts';

/** Loss and accuracy on the evaluation set; both NaN when it is empty. */
export async function lossAndAccuracy(
  engine: Engine,
  labels: Uint8Array,
): Promise<{ readonly loss: number; readonly accuracy: number }> {
  const probabilities = await engine.probabilities('evaluation');
  const predicted = predictedClasses(probabilities, engine.specification.network.classes);
  let correct = 0;
  for (let i = 0; i < labels.length; i++) if (predicted[i] === labels[i]) correct++;
  return { loss: negativeLogLikelihood(probabilities, labels), accuracy: correct / labels.length };
}
