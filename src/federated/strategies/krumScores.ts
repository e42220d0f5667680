import type { Vector } from '../../learning/updaters/updater.ts';

/**
 * For each vector the sum of the squared distances to its n − f − 2 nearest others: small in the
 * middle of the crowd.
 * Source: Blanchard et al., Machine Learning with Adversaries: Byzantine Tolerant Gradient Descent,
 * NeurIPS 2017.
 * @param faulty f, with 2f + 2 < n for the guarantee of the paper; at least one neighbour is counted.
 */
export function krumScores(vectors: readonly Vector[], faulty: number): Float64Array {
  const neighbours = Math.max(1, vectors.length - faulty - 2);
  const scores = vectors.map((one, i) => {
    const others = vectors.filter((_, k) => k !== i);
    const distances = Float64Array.from(others, (other) => squaredDistance(one, other)).sort();
    return distances.subarray(0, neighbours).reduce((sum, distance) => sum + distance, 0);
  });
  return Float64Array.from(scores);
}

/** The indices of the `count` lowest scores, the lowest first; of equal ones the first index. */
export function lowestScores(scores: Float64Array, count: number): number[] {
  return Array.from(scores.keys())
    .sort((a, b) => (scores[a] ?? NaN) - (scores[b] ?? NaN) || a - b)
    .slice(0, count);
}

function squaredDistance(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}
