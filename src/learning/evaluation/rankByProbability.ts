/**
 * Sorts samples by the probability of a class, lowest first, each as one integer: the probability's
 * bits and, below them, whether the sample is of that class. The bits of single-precision numbers
 * stand in the order of the numbers, as long as none is negative, and then the shift loses nothing
 * but a sign that is 0. So a plain sort of integers does, several times as fast as a comparing one.
 */
export function rankByProbability(
  probabilities: Float32Array,
  labels: Uint8Array,
  positiveClass: number,
): Uint32Array {
  const classes = probabilities.length / labels.length;
  const scores = new Float32Array(labels.length);
  for (let i = 0; i < scores.length; i++) scores[i] = probabilities[i * classes + positiveClass];
  const ranking = new Uint32Array(scores.buffer);
  for (let i = 0; i < ranking.length; i++) {
    ranking[i] = (ranking[i] << 1) | (labels[i] === positiveClass ? 1 : 0);
  }
  return ranking.sort();
}

/** Whether the ranked sample is of the positive class: 1 or 0. */
export function isPositive(ranked: number): number {
  return ranked & 1;
}

/** Equal for samples of equal probability, and in the order of the probabilities. */
export function rankOf(ranked: number): number {
  return ranked >>> 1;
}

/** The probabilities of a ranking. */
export function rankedProbabilities(ranking: Uint32Array): Float32Array {
  return new Float32Array(ranking.map(rankOf).buffer);
}
