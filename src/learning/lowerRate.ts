import { trainingFields } from './settings/trainingFields.ts';

const { min } = trainingFields.rate;

/** A rate to try after a divergence: a tenth, in two digits; undefined where the rate is the lowest. */
export function lowerRate(rate: number): number | undefined {
  return rate <= min ? undefined : Math.max(min, Number((rate / 10).toPrecision(2)));
}
