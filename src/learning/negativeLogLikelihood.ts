/** Smaller probabilities count as this, so that one confident mistake does not cost infinity. */
const smallestProbability = 1e-15;

/**
 * The loss in nats: the mean of −ln p over n samples, where p is the probability of the actual class.
 * Takes n×K probabilities, row-major. NaN for no samples and where a probability is NaN.
 */
export function negativeLogLikelihood(probabilities: Float32Array, labels: Uint8Array): number {
  const classes = probabilities.length / labels.length;
  let sum = 0;
  labels.forEach((label, i) => {
    const probability = probabilities[i * classes + label] ?? NaN;
    sum -= Math.log(Math.max(smallestProbability, probability));
  });
  return sum / labels.length;
}
