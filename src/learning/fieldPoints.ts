import type { Window } from './samples.ts';

/**
 * The centres of resolution × resolution cells of the window: n×2, row-major, row 0 of the cells at
 * the bottom, column 0 at the left; data units.
 */
export function fieldPoints(window: Window, resolution: number): Float32Array {
  const width = (window.right - window.left) / resolution;
  const height = (window.top - window.bottom) / resolution;
  const points = new Float32Array(2 * resolution * resolution);
  let next = 0;
  for (let row = 0; row < resolution; row++) {
    const y = window.bottom + (row + 0.5) * height;
    for (let column = 0; column < resolution; column++) {
      points[next++] = window.left + (column + 0.5) * width;
      points[next++] = y;
    }
  }
  return points;
}
