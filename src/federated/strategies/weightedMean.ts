import type { Vector } from '../../learning/updaters/updater.ts';

interface Weighted {
  readonly vector: Vector;
  readonly weight: number;
}

/**
 * Σ weight·vector / Σ weight, in double precision. Weights are numbers of samples, so that the mean
 * of the clients' gradients is the gradient over all their samples.
 * Source: McMahan et al., Communication-Efficient Learning of Deep Networks from Decentralized Data,
 * AISTATS 2017, Algorithm 1.
 * @param vectors at least one, all of one length.
 */
export function weightedMean(vectors: readonly Weighted[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.vector.length ?? 0);
  const total = vectors.reduce((sum, { weight }) => sum + weight, 0);
  for (const { vector, weight } of vectors) {
    const share = weight / total;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + share * (vector[i] ?? 0);
  }
  return mean;
}
