import { tenth } from './plotSquare.ts';

/**
 * The parts of a closed line that lie within the square, as an SVG path with y down.
 * @param ring points whose coordinates go from 1 to cells + 1 within the square; the last is the first.
 * @param size the square's side in pixels.
 */
export function clipToSquare(
  ring: readonly (readonly number[])[],
  cells: number,
  size: number,
): string {
  const scale = size / cells;
  let path = '';
  let drawing = false;
  for (let i = 1; i < ring.length; i++) {
    const x = ring[i - 1][0] - 1;
    const y = ring[i - 1][1] - 1;
    const dx = ring[i][0] - 1 - x;
    const dy = ring[i][1] - 1 - y;
    const from = Math.max(0, entry(x, dx, cells), entry(y, dy, cells));
    const to = Math.min(1, exit(x, dx, cells), exit(y, dy, cells));
    if (!(from < to)) {
      drawing = false;
      continue;
    }
    if (!drawing) path += point('M', (x + from * dx) * scale, size - (y + from * dy) * scale);
    path += point('L', (x + to * dx) * scale, size - (y + to * dy) * scale);
    drawing = to === 1;
  }
  return path;
}

/**
 * The part of the way at which a point that starts at `at` and goes by `by` enters the span from 0
 * to `end`, and leaves it. Source: Liang and Barsky, A New Concept and Method for Line Clipping, 1984.
 */
function entry(at: number, by: number, end: number): number {
  if (by === 0) return at >= 0 && at <= end ? 0 : Infinity;
  return by > 0 ? -at / by : (end - at) / by;
}

function exit(at: number, by: number, end: number): number {
  if (by === 0) return 1;
  return by > 0 ? (end - at) / by : -at / by;
}

function point(command: string, x: number, y: number): string {
  return `${command}${tenth(x)},${tenth(y)}`;
}
