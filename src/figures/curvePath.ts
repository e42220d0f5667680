import { tenth } from './plotSquare.ts';

/** Values from 0 to 1 along an axis that begins at 0, and where they are drawn. */
export interface CurvePathOptions {
  readonly xs: readonly number[];
  readonly values: readonly number[];
  /** The end of the axis. */
  readonly end: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The value at the bottom; 1 is at the top, and what is lower is left out. */
  readonly lowest: number;
}

/** The curve as an SVG path, y down. */
export function curvePath(options: CurvePathOptions): string {
  const { xs, values, end, width, height, lowest } = options;
  const points = xs.map((x, i) => {
    const share = Math.max(0, ((values[i] ?? NaN) - lowest) / (1 - lowest));
    return `${tenth((x / end) * width)},${tenth((1 - share) * height)}`;
  });
  return points.length === 0 ? '' : `M${points.join('L')}`;
}
