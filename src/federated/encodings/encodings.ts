import { named } from '../../learning/named.ts';
import type { Encoding } from './encoding.ts';
import { f32 } from './f32.ts';
import { int8 } from './int8.ts';
import { topTenth } from './topTenth.ts';

/** All encodings, in the order in which they are offered. */
export const encodings: readonly Encoding[] = [f32, int8, topTenth];

/** Throws a RangeError for a name that is not in the table. */
export function encodingNamed(name: string): Encoding {
  return named('encoding', encodings, name);
}
