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

/** Where a square that shows one window lies in a square that shows another one. */
export interface SquarePlace {
  /** Of its left and its upper edge, as shares of the other's side. */
  readonly x: number;
  readonly y: number;
  /** Of its side. */
  readonly scale: number;
}

/** Both windows are squares. */
export function squarePlace(of: Window, within: Window): SquarePlace {
  const side = within.right - within.left;
  return {
    x: (of.left - within.left) / side,
    y: (within.top - of.top) / side,
    scale: (of.right - of.left) / side,
  };
}

/** Rounds to a tenth of a pixel, for short paths. */
export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
