import { featureMatrix } from '../../learning/features.ts';
import type { Kernel } from './kernel.ts';

/** Samples in the kernel's memory, as features. */
export interface SampleBlock {
  readonly size: number;
  /** Address of n×F floats, row-major. */
  readonly inputs: number;
  /** Address of n bytes; 0 for points without labels. */
  readonly labels: number;
}

export const noSamples: SampleBlock = { size: 0, inputs: 0, labels: 0 };

/** Computes the features of n×2 points and puts them into the memory. */
export function storeSamples(
  kernel: Kernel,
  features: readonly string[],
  points: Float32Array,
  labels?: Uint8Array,
): SampleBlock {
  const size = points.length / 2;
  const numbers = size * features.length;
  const block = {
    size,
    inputs: kernel.heap.allocate(4 * numbers),
    labels: labels ? kernel.heap.allocate(labels.length) : 0,
  };
  featureMatrix(features, points, kernel.floats(block.inputs, numbers));
  if (labels) kernel.bytes(block.labels, labels.length).set(labels);
  return block;
}

export function releaseSamples({ heap }: Kernel, { inputs, labels }: SampleBlock): void {
  heap.release(inputs);
  heap.release(labels);
}
