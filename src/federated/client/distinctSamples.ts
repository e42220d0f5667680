import type { Samples } from '../../learning/samples.ts';

/** How many of the samples differ from each other. */
export function distinctSamples({ points, labels }: Samples): number {
  const texts = Array.from(labels, (label, i) => `${points[2 * i]} ${points[2 * i + 1]} ${label}`);
  return new Set(texts).size;
}
