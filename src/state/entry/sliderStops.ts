import { roundStepAtLeast } from '../../learning/roundSteps.ts';
import type { NumberRange } from '../../learning/settings/field.ts';

const linearSteps = 100;
const mantissas = [1, 1.5, 2, 3, 5, 7];
const wholeMantissas = [1, 2, 5];

/** The first stop after 0 of a logarithmic slider that begins at 0. */
const smallestAboveZero = 1e-5;

/** Whether a range spans more than three decades, too many for an even slider. */
export function isLogarithmic({ min, max }: NumberRange): boolean {
  return min > 0 && max / min > 1000;
}

/** The values of an even slider: about a hundred, both ends included. */
export function evenStops({ min, max, integer }: NumberRange): number[] {
  const step = integer
    ? Math.ceil((max - min) / linearSteps)
    : roundStepAtLeast((max - min) / linearSteps);
  const count = Math.floor((max - min) / step + 1e-9);
  const stops = Array.from({ length: count + 1 }, (_, index) => rounded(min + index * step));
  return withEnd(stops, max);
}

/** The values of a logarithmic slider: a few round ones in each decade, and 0 if allowed. */
export function logarithmicStops({ min, max, integer }: NumberRange): number[] {
  const low = min > 0 ? min : integer ? 1 : smallestAboveZero;
  const decades = Math.ceil(Math.log10(max / low)) + 1;
  const first = Math.floor(Math.log10(low));
  const stops = Array.from({ length: decades }, (_, index) => 10 ** (first + index))
    .flatMap((power) => (integer ? wholeMantissas : mantissas).map((each) => rounded(each * power)))
    .filter((stop) => stop >= low && stop <= max);
  return withEnd(min > 0 ? stops : [0, ...stops], max);
}

/** Index of the stop nearest to a value; stops ascend. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  let least = Infinity;
  for (const [index, stop] of stops.entries()) {
    const distance = Math.abs(stop - value);
    if (distance > least) break;
    [nearest, least] = [index, distance];
  }
  return nearest;
}

/**
 * What an arrow key makes of a number: the next stop of its slider, one more or less of what is
 * counted, or the next of a hundred parts of the range.
 */
export function neighbour(
  value: number,
  range: NumberRange,
  way: 1 | -1,
  stops: readonly number[] | undefined,
): number {
  if (!stops && range.integer) return Math.min(range.max, Math.max(range.min, value + way));
  const all = stops ?? evenStops(range);
  const next = way > 0 ? all.find((stop) => stop > value) : all.findLast((stop) => stop < value);
  return next ?? value;
}

function withEnd(stops: number[], max: number): number[] {
  return stops.at(-1) === max ? stops : [...stops, max];
}

/** Without the digits that binary fractions add. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
