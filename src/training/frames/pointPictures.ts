import type { Engine } from '../../learning/engine.ts';
import type { PointsPicture, PointsWatch } from '../protocol/watches.ts';

/** The pictures of points watches; the engine is asked once for all of them. */
export async function pointPictures(
  engine: Engine,
  watches: readonly PointsWatch[],
): Promise<readonly (readonly [PointsWatch, PointsPicture])[]> {
  if (watches.length === 0) return [];
  const { classes } = engine.specification.network;
  const values = await engine.predict(Float32Array.from(watches.flatMap(({ points }) => points)));
  let start = 0;
  return watches.map((watch) => {
    const end = start + (watch.points.length / 2) * classes;
    const picture: PointsPicture = { kind: 'points', values: values.slice(start, end) };
    start = end;
    return [watch, picture];
  });
}
