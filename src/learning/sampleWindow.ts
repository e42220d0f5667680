import { roundStepAtMost } from './roundSteps.ts';
import type { Samples, Window } from './samples.ts';

const unitSquare: Window = { left: 0, right: 1, bottom: 0, top: 1 };

/** The room around the samples as a share of their extent, both sides together. */
const margin = 0.12;

/** A side is at least this many steps long; its edges are multiples of a step. */
const steps = 16;

/**
 * The square window that holds all samples with room around them, its edges on round numbers.
 * Without samples the unit square.
 */
export function sampleWindow(...sets: readonly Samples[]): Window {
  const horizontal = extent(sets, 0);
  const vertical = extent(sets, 1);
  if (horizontal.low > horizontal.high) return unitSquare;
  const range = Math.max(horizontal.high - horizontal.low, vertical.high - vertical.low);
  const width = range > 0 ? range * (1 + margin) : 1;
  const step = roundStepAtMost(width / steps);
  const cells = 2 * Math.ceil(width / step / 2); // even: samples around 0 get a window around 0
  const [left, right] = edges(horizontal, cells, step);
  const [bottom, top] = edges(vertical, cells, step);
  return { left, right, bottom, top };
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

function extent(sets: readonly Samples[], coordinate: 0 | 1): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (const { points } of sets) {
    for (let i = coordinate; i < points.length; i += 2) {
      const value = points[i] ?? NaN;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return { low, high };
}

function edges({ low, high }: Extent, cells: number, step: number): [number, number] {
  const first = Math.round((low + high) / 2 / step - cells / 2);
  return [multiple(first, step), multiple(first + cells, step)];
}

/** A multiple of a round step, without the digits that binary fractions add. */
function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(12));
}
