import { named } from '../named.ts';
import { circle } from './circle.ts';
import type { Dataset } from './dataset.ts';
import { linear } from './linear.ts';
import { moon } from './moon.ts';
import { saturn } from './saturn.ts';
import { spiral } from './spiral.ts';
import { xor } from './xor.ts';

/** All data sets, in the order in which the screen offers them. */
export const datasets: readonly Dataset[] = [linear, moon, saturn, spiral, circle, xor];

/** Throws a RangeError for a name that is not in the table. */
export function datasetNamed(name: string): Dataset {
  return named('data set', datasets, name);
}
