import { nesterovs } from './nesterovs.ts';
import type { Updater } from './updater.ts';

/** All updaters, in the order in which the screen offers them. */
export const updaters: readonly Updater[] = [nesterovs];

/** Throws a RangeError for a name that is not in the table. */
export function updaterNamed(name: string): Updater {
  const found = updaters.find((updater) => updater.name === name);
  if (found) return found;
  const names = updaters.map((updater) => updater.name).join(', ');
  throw new RangeError(`updater: expected one of ${names}, got "${name}"`);
}
