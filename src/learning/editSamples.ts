import type { Point } from './datasets/dataset.ts';
import type { Samples } from './samples.ts';

/** The samples and one more, the last one. */
export function withSample({ points, labels }: Samples, { x, y }: Point, label: number): Samples {
  const more = {
    points: new Float32Array(points.length + 2),
    labels: new Uint8Array(labels.length + 1),
  };
  more.points.set(points);
  more.points.set([x, y], points.length);
  more.labels.set(labels);
  more.labels.set([label], labels.length);
  return more;
}

/** The samples with another class for one of them. */
export function withLabel({ points, labels }: Samples, index: number, label: number): Samples {
  return { points, labels: labels.with(index, label) };
}

/** All samples but one. */
export function withoutSample({ points, labels }: Samples, index: number): Samples {
  return {
    points: points.filter((_, i) => i >> 1 !== index),
    labels: labels.filter((_, i) => i !== index),
  };
}

/** The index of the newest sample of that class in this very place; −1 where there is none. */
export function indexOfSample({ points, labels }: Samples, { x, y }: Point, label: number): number {
  const [across, up] = [Math.fround(x), Math.fround(y)];
  return labels.findLastIndex(
    (each, i) => each === label && points[2 * i] === across && points[2 * i + 1] === up,
  );
}
