import { named } from '../named.ts';
import { arms } from './arms.ts';
import { blobs } from './blobs.ts';
import { checkerboard } from './checkerboard.ts';
import { circle } from './circle.ts';
import type { Dataset } from './dataset.ts';
import { gaussian } from './gaussian.ts';
import { heart } from './heart.ts';
import { linear } from './linear.ts';
import { moon } from './moon.ts';
import { rings } from './rings.ts';
import { saturn } from './saturn.ts';
import { spiral } from './spiral.ts';
import { target } from './target.ts';
import { xor } from './xor.ts';

/** All data sets, in the order in which the screen offers them. */
export const datasets: readonly Dataset[] = [
  ...[linear, moon, saturn, spiral, circle],
  ...[xor, gaussian, checkerboard, rings, heart],
  ...[blobs, arms, target],
];

/** Throws a RangeError for a name that is not in the table. */
export function datasetNamed(name: string): Dataset {
  return named('data set', datasets, name);
}
