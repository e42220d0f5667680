import { createRandom } from '../../../src/learning/random.ts';
import type { Vector } from '../../../src/learning/updaters/updater.ts';

/**
 * A curved valley after Rosenbrock, 1960: Σ (1 − w_i)² + 5·(w_{i+1} − w_i²)², least, 0, where all
 * are 1.
 */
export function valleyHeight(w: Vector): number {
  let height = 0;
  for (let i = 0; i + 1 < w.length; i++) {
    height += (1 - w[i]) ** 2 + 5 * (w[i + 1] - w[i] ** 2) ** 2;
  }
  return height;
}

export function valleyGradient(w: Vector): Float64Array {
  const gradient = new Float64Array(w.length);
  for (let i = 0; i + 1 < w.length; i++) {
    const bend = w[i + 1] - w[i] ** 2;
    gradient[i] -= 2 * (1 - w[i]) + 20 * w[i] * bend;
    gradient[i + 1] += 10 * bend;
  }
  return gradient;
}

/** A point in six variables, about 1 away from 0 in each; the same seed gives the same point. */
export function valleyStart(seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: 6 }, () => random.normal());
}
