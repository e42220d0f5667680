import { named } from '../named.ts';
import { he } from './he.ts';
import type { Initializer } from './initializer.ts';
import { uniform } from './uniform.ts';
import { xavier } from './xavier.ts';
import { zeros } from './zeros.ts';

/** All initializers, in the order in which the screen offers them. */
export const initializers: readonly Initializer[] = [xavier, he, uniform, zeros];

/** Throws a RangeError for a name that is not in the table. */
export function initializerNamed(name: string): Initializer {
  return named('initializer', initializers, name);
}
