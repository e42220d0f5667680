import type { Point } from '../../learning/datasets/dataset.ts';
import type { Window } from '../../learning/samples.ts';

/** `x 0.42, y −0.31`, with as many digits as tell places in this window apart. */
export function placeWords({ x, y }: Point, { left, right, bottom, top }: Window): string {
  return `x ${signed(x, digitsOver(right - left))}, y ${signed(y, digitsOver(top - bottom))}`;
}

/** Digits after the point with which places on an axis of this length can be told apart. */
function digitsOver(length: number): number {
  return Math.min(100, Math.max(0, 2 - Math.floor(Math.log10(length))));
}

/** With a true minus, and without a minus before zeros. */
function signed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
