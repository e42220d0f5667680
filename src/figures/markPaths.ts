import type { Point } from '../learning/datasets/dataset.ts';
import { MarksPath } from './marks.ts';
import type { PixelScale } from './plotSquare.ts';

/** All marks of a class, as one path. */
export interface MarkPath {
  readonly label: number;
  readonly path: string;
}

/** The marks of samples in data units, a path for each class; `radius` in pixels. */
export function markPaths(
  samples: readonly (Point & { readonly label: number })[],
  radius: number,
  scale: PixelScale,
): readonly MarkPath[] {
  const paths = new Map<number, MarksPath>();
  for (const { x, y, label } of samples) {
    const path = paths.get(label) ?? new MarksPath(radius);
    paths.set(label, path);
    path.add(label, scale.x(x), scale.y(y));
  }
  return Array.from(paths, ([label, path]) => ({ label, path: path.toString() }));
}
