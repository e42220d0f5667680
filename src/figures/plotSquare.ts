import type { Window } from '../learning/samples.ts';

/** Pixels between the edges of the samples' figure and the square that shows the window. */
export const frameMargins = { left: 38, right: 10, top: 10, bottom: 38 };

/** Side of the square that shows the window, in a figure of that width and height. */
export function squareSide(figureSize: number): number {
  return figureSize - frameMargins.left - frameMargins.right;
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
