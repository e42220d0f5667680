import { createRandom } from '../../../src/learning/random.ts';
import type { Vector } from '../../../src/learning/updaters/updater.ts';

/**
 * A curved valley after Rosenbrock, 1960: Σ (1 − w_i)² + 5·(w_{i+1} − w_i²)², least, 0, where all
 * are 1.
 */
export function valleyHeight(w: Vector): number {
  let height = 0;
  for (let i = 0; i + 1 < w.length; i++) {
    const [here = NaN, next = NaN] = w.subarray(i, i + 2);
    height += (1 - here) ** 2 + 5 * (next - here ** 2) ** 2;
  }
  return height;
}

export function valleyGradient(w: Vector): Float64Array {
  const gradient = new Float64Array(w.length);
  let fromBefore = 0;
  for (let i = 0; i + 1 < w.length; i++) {
    const [here = NaN, next = NaN] = w.subarray(i, i + 2);
    const bend = next - here ** 2;
    gradient[i] = fromBefore - (2 * (1 - here) + 20 * here * bend);
    fromBefore = 10 * bend;
  }
  gradient[w.length - 1] = fromBefore;
  return gradient;
}

/** A point in six variables, about 1 away from 0 in each; the same seed gives the same point. */
export function valleyStart(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: 6 }, () => random.normal());
}
