import type { Window } from '../learning/samples.ts';

/** Pixels between the edges of a figure and the area in which it shows data. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Margins of the samples' figure, with room for its numbers at that font size in pixels. */
export function plotMargins(fontSize = 13): Margins {
  const wide = Math.round(2.92 * fontSize);
  const narrow = Math.round(0.77 * fontSize);
  return { left: wide, right: narrow, top: narrow, bottom: wide };
}

/** Side of the square that shows the window, in a figure of that width and height in pixels. */
export function squareSide(figureSize: number, fontSize = 13): number {
  const { left, right } = plotMargins(fontSize);
  return figureSize - left - right;
}

/** Maps data units to pixels of a square of side `size` that shows the window; y goes down. */
export interface PixelScale {
  x(value: number): number;
  y(value: number): number;
}

export function pixelScale({ left, right, bottom, top }: Window, size: number): PixelScale {
  const across = size / (right - left);
  const down = size / (top - bottom);
  return { x: (value) => (value - left) * across, y: (value) => (top - value) * down };
}

/** Rounds to a tenth of a pixel, for short paths. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
