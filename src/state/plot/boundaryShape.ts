import type { Point } from '../../learning/datasets/dataset.ts';

/** How a boundary of one piece runs through the plane. */
export interface BoundaryShape {
  readonly straight: boolean;
  /** Its ends, the left one first; 0 to 1 from the left and from the bottom. */
  readonly ends: readonly [Point, Point];
}

/** How far a straight boundary may be from a line, as a share of the plane's side. */
const tolerance = 0.02;

/**
 * The shape of the boundary between the cells of a plane, seen from the line that fits it best (the
 * first principal component of its points).
 */
export function boundaryShape(classes: Uint8Array, resolution: number): BoundaryShape | undefined {
  const points = boundaryPoints(classes, resolution);
  const count = points.length;
  if (count === 0) return undefined;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const along = ({ x, y }: Point) => (x - meanX) * dx + (y - meanY) * dy;
  const across = ({ x, y }: Point) => Math.abs((y - meanY) * dx - (x - meanX) * dy);
  const ordered = points.toSorted((a, b) => along(a) - along(b));
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return undefined;
  const straight = Math.max(...ordered.map(across)) <= tolerance + 1 / resolution;
  return { straight, ends: first.x <= last.x ? [first, last] : [last, first] };
}

/** The middles between neighbouring cells of different classes. */
function boundaryPoints(classes: Uint8Array, resolution: number): Point[] {
  const points: Point[] = [];
  for (let row = 0; row < resolution; row++) {
    for (let column = 0; column < resolution; column++) {
      const cell = row * resolution + column;
      const here = classes[cell];
      const [x, y] = [(column + 0.5) / resolution, (row + 0.5) / resolution];
      const half = 0.5 / resolution;
      if (column + 1 < resolution && classes[cell + 1] !== here) points.push({ x: x + half, y });
      if (row + 1 < resolution && classes[cell + resolution] !== here)
        points.push({ x, y: y + half });
    }
  }
  return points;
}
