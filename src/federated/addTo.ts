import type { Vector } from '../learning/updaters/updater.ts';

/** target ← target + factor·vector */
export function addTo(target: Vector, vector: Vector, factor = 1): void {
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] ?? 0) + factor * (vector[i] ?? 0);
  }
}
