/**
 * The loss in nats: the mean of −ln p over n samples, where p is the probability of the actual class.
 * Takes n×K probabilities, row-major. Infinite where a p is 0, which single precision makes of all
 * below 1e-45; `Engine.loss` has no such limit. NaN for no samples and where a probability is NaN.
 */
export function negativeLogLikelihood(probabilities: Float32Array, labels: Uint8Array): number {
  const classes = probabilities.length / labels.length;
  let sum = 0;
  labels.forEach((label, i) => {
    sum -= Math.log(probabilities[i * classes + label] ?? NaN);
  });
  return sum / labels.length;
}
