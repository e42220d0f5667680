import type { Point } from '../../learning/datasets/dataset.ts';
import type { Samples } from '../../learning/samples.ts';

/** A sample that is to be: a place of the plane and a class. */
export interface NewSample extends Point {
  readonly label: number;
}

/** The samples, and these after them. */
export function added({ points, labels }: Samples, more: readonly NewSample[]): Samples {
  const all = { points: new Float32Array(points.length + 2 * more.length), labels: extended() };
  all.points.set(points);
  all.points.set(
    more.flatMap(({ x, y }) => [x, y]),
    points.length,
  );
  return all;

  function extended(): Uint8Array {
    const longer = new Uint8Array(labels.length + more.length);
    longer.set(labels);
    longer.set(
      more.map(({ label }) => label),
      labels.length,
    );
    return longer;
  }
}

/** The samples without those, the others in their order. */
export function without({ points, labels }: Samples, which: Iterable<number>): Samples {
  const gone = new Set(which);
  const kept = Array.from(labels.keys()).filter((index) => !gone.has(index));
  const left = new Float32Array(2 * kept.length);
  kept.forEach((index, i) => left.set(points.subarray(2 * index, 2 * index + 2), 2 * i));
  return { points: left, labels: Uint8Array.from(kept, (index) => labels[index] ?? 0) };
}

/** The samples with another class of those. */
export function relabelled(
  { points, labels }: Samples,
  which: Iterable<number>,
  labelOf: (label: number) => number,
): Samples {
  const others = labels.slice();
  for (const index of which) others[index] = labelOf(labels[index] ?? 0);
  return { points, labels: others };
}

/** The samples with those moved, in data units. */
export function moved({ points, labels }: Samples, which: Iterable<number>, by: Point): Samples {
  const others = points.slice();
  for (const index of which) {
    others[2 * index] = (points[2 * index] ?? NaN) + by.x;
    others[2 * index + 1] = (points[2 * index + 1] ?? NaN) + by.y;
  }
  return { points: others, labels };
}

/** The sample of that index. */
export function sampleAt({ points, labels }: Samples, index: number): NewSample {
  const [x = NaN, y = NaN] = points.subarray(2 * index, 2 * index + 2);
  return { x, y, label: labels[index] ?? 0 };
}

/** The index of the newest sample of that class in this very place; −1 where there is none. */
export function indexOfSample({ points, labels }: Samples, { x, y, label }: NewSample): number {
  const [across, up] = [Math.fround(x), Math.fround(y)];
  return labels.findLastIndex(
    (each, i) => each === label && points[2 * i] === across && points[2 * i + 1] === up,
  );
}
