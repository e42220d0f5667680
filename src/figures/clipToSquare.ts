import { tenth } from './plotSquare.ts';

/**
 * The parts of a closed line that lie within the square, as an SVG path with y down.
 * @param ring points whose coordinates go from 1 to cells + 1 within the square; the last is the
 * first.
 * @param size the square's side in pixels.
 * @param hidden whether the line is left out at a point of it.
 */
export function clipToSquare(
  ring: readonly (readonly number[])[],
  cells: number,
  size: number,
  hidden: (point: readonly number[]) => boolean = () => false,
): string {
  const scale = size / cells;
  let path = '';
  let drawing = false;
  let [x, y] = placeOf(ring[0]);
  let startHidden = hidden(ring[0] ?? []);
  for (const end of ring.slice(1)) {
    const [endX, endY] = placeOf(end);
    const [dx, dy] = [endX - x, endY - y];
    const endHidden = hidden(end);
    const from =
      startHidden || endHidden ? 2 : Math.max(0, entry(x, dx, cells), entry(y, dy, cells));
    const to = Math.min(1, exit(x, dx, cells), exit(y, dy, cells));
    if (from < to) {
      if (!drawing) path += point('M', (x + from * dx) * scale, size - (y + from * dy) * scale);
      path += point('L', (x + to * dx) * scale, size - (y + to * dy) * scale);
    }
    drawing = from < to && to === 1;
    [x, y] = [endX, endY];
    startHidden = endHidden;
  }
  return path;
}

/** From 0 to cells within the square. */
function placeOf([x = NaN, y = NaN]: readonly number[] = []): readonly [number, number] {
  return [x - 1, y - 1];
}

/**
 * The share of the way at which a point that starts at `at` and moves by `by` enters the span from
 * 0 to `end`, and the share at which it leaves it. Source: Liang and Barsky, A New Concept and
 * Method for Line Clipping, 1984.
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
