import { readSamples } from '../../src/learning/csv/readSamples.ts';
import type { Samples } from '../../src/learning/samples.ts';

/** The samples of a text in single precision, as a network gets them. */
export function readBack(text: string): Samples {
  const { points, labels } = readSamples(text, 'samples.csv');
  return { points: Float32Array.from(points), labels };
}
