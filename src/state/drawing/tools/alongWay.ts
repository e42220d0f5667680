import type { Point } from '../../../learning/datasets/dataset.ts';

/** Returns what takes places of a way and gives those that are `step` apart along it. */
export function alongWay(start: Point, step: number) {
  let last = start;
  return (way: readonly Point[]): readonly Point[] => {
    const reached: Point[] = [];
    for (const place of way) {
      let away = Math.hypot(place.x - last.x, place.y - last.y);
      while (away >= step) {
        last = {
          x: last.x + ((place.x - last.x) * step) / away,
          y: last.y + ((place.y - last.y) * step) / away,
        };
        reached.push(last);
        away -= step;
      }
    }
    return reached;
  };
}
