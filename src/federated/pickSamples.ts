import type { Samples } from '../learning/samples.ts';

/** The samples with these indices, in their order. */
export function pickSamples({ points, labels }: Samples, indices: Uint32Array): Samples {
  return {
    points: Float32Array.from({ length: 2 * indices.length }, (_, i) => {
      return points[2 * (indices[i >> 1] ?? 0) + (i & 1)] ?? NaN;
    }),
    labels: Uint8Array.from(indices, (index) => labels[index] ?? 0),
  };
}
