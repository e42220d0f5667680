import { named } from '../named.ts';
import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { amsgrad } from './amsgrad.ts';
import { momentum } from './momentum.ts';
import { nadam } from './nadam.ts';
import { nesterovs } from './nesterovs.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';
import type { Updater } from './updater.ts';

/** All updaters, in the order in which the screen offers them. */
export const updaters: readonly Updater[] = [
  sgd,
  momentum,
  nesterovs,
  adagrad,
  rmsprop,
  adadelta,
  adam,
  adamax,
  nadam,
  amsgrad,
  adamw,
];

/** Throws a RangeError for a name that is not in the table. */
export function updaterNamed(name: string): Updater {
  return named('updater', updaters, name);
}
