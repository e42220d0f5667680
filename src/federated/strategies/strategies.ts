import { named } from '../../learning/named.ts';
import { bulyan } from './bulyan.ts';
import { fedAdagrad } from './fedAdagrad.ts';
import { fedAdam } from './fedAdam.ts';
import { fedAvg } from './fedAvg.ts';
import { fedAvgM } from './fedAvgM.ts';
import { fedProx } from './fedProx.ts';
import { fedYogi } from './fedYogi.ts';
import { krum } from './krum.ts';
import { median } from './median.ts';
import { multiKrum } from './multiKrum.ts';
import { normClipping } from './normClipping.ts';
import { scaffold } from './scaffold.ts';
import type { Strategy } from './strategy.ts';
import { trimmedMean } from './trimmedMean.ts';

/** All strategies, in the order in which they are offered. */
export const strategies: readonly Strategy[] = [
  fedAvg,
  fedAvgM,
  fedAdam,
  fedYogi,
  fedAdagrad,
  fedProx,
  scaffold,
  median,
  trimmedMean,
  krum,
  multiKrum,
  bulyan,
  normClipping,
];

/** Throws a RangeError for a name that is not in the table. */
export function strategyNamed(name: string): Strategy {
  return named('strategy', strategies, name);
}
