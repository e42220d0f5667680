import type { Dataset } from '../../../src/learning/datasets/dataset.ts';
import { createRandom } from '../../../src/learning/random.ts';

/** Draws of one class with its default noise, from seed 42. */
export function drawMany(dataset: Dataset, label: number, count: number) {
  const random = createRandom(42);
  const points = Array.from({ length: count }, () =>
    dataset.draw(random, label, dataset.noise * dataset.radius),
  );
  return { points, xs: points.map(({ x }) => x), ys: points.map(({ y }) => y) };
}

export function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}
