import type { Activation } from './activation.ts';
import { relu } from './relu.ts';

/** All activations, in the order in which the screen offers them. */
export const activations: readonly Activation[] = [relu];

/** Throws a RangeError for a name that is not in the table. */
export function activationNamed(name: string): Activation {
  const found = activations.find((activation) => activation.name === name);
  if (found) return found;
  const names = activations.map((activation) => activation.name).join(', ');
  throw new RangeError(`activation: expected one of ${names}, got "${name}"`);
}
