import type { Point } from '../../learning/datasets/dataset.ts';
import type { Searched } from './nearestSample.ts';
import type { SampleIndex } from './picked.ts';

/** All samples within reach of the line between two places, in data units. */
export function samplesAlong(
  searched: Searched,
  [from, to]: readonly [Point, Point],
  reach: number,
): readonly SampleIndex[] {
  const [across, up] = [to.x - from.x, to.y - from.y];
  const square = across * across + up * up;
  const found: SampleIndex[] = [];
  for (const { set, samples } of searched) {
    const { points, labels } = samples;
    for (let index = 0; index < labels.length; index++) {
      const x = (points[2 * index] ?? NaN) - from.x;
      const y = (points[2 * index + 1] ?? NaN) - from.y;
      // The place on the line that is nearest, as a share of the line.
      const share = square > 0 ? Math.min(1, Math.max(0, (x * across + y * up) / square)) : 0;
      const distance = Math.hypot(x - share * across, y - share * up);
      if (distance <= reach) found.push({ set, index });
    }
  }
  return found;
}

/** All samples within a closed line, by the even-odd rule. */
export function samplesWithin(
  searched: Searched,
  outline: readonly Point[],
): readonly SampleIndex[] {
  return searched.flatMap(({ set, samples: { points, labels } }) =>
    Array.from(labels.keys())
      .filter((i) => isWithin({ x: points[2 * i] ?? NaN, y: points[2 * i + 1] ?? NaN }, outline))
      .map((index) => ({ set, index })),
  );
}

/** Counts the edges that a ray to the right crosses: odd within. */
function isWithin({ x, y }: Point, outline: readonly Point[]): boolean {
  let within = false;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before && corner.y > y !== before.y > y) {
      const crossing = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < crossing) within = !within;
    }
    before = corner;
  }
  return within;
}
