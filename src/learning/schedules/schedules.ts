import { named } from '../named.ts';
import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { exponential } from './exponential.ts';
import type { Schedule } from './schedule.ts';
import { step } from './step.ts';

/** All schedules, in the order in which the screen offers them. */
export const schedules: readonly Schedule[] = [constant, step, cosine, exponential];

/** Throws a RangeError for a name that is not in the table. */
export function scheduleNamed(name: string): Schedule {
  return named('schedule', schedules, name);
}
