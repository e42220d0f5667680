import type { Vector } from '../../learning/updaters/updater.ts';
import type { ClientUpdate } from './strategy.ts';

/** Adds to each parameter what `combine` makes of its changes, which are sorted, smallest first. */
export function coordinatewise(
  parameters: Vector,
  updates: readonly ClientUpdate[],
  combine: (ascending: Float64Array) => number,
): void {
  const values = new Float64Array(updates.length);
  for (let i = 0; i < parameters.length; i++) {
    updates.forEach(({ change }, k) => (values[k] = change[i] ?? 0));
    parameters[i] = (parameters[i] ?? 0) + combine(values.sort());
  }
}
