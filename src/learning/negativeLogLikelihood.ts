/** Probabilities below this count as this, so that one sure mistake does not cost infinity. */
export const smallestProbability = 1e-15;

/**
 * Mean of −ln p over n samples, p being the probability given to the actual class: the loss, in
 * nats. From n×K probabilities, row-major. NaN for no samples and where a probability is NaN.
 */
export function negativeLogLikelihood(probabilities: Float32Array, labels: Uint8Array): number {
  const classes = probabilities.length / labels.length;
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    sum -= Math.log(Math.max(smallestProbability, probabilities[i * classes + labels[i]]));
  }
  return sum / labels.length;
}
