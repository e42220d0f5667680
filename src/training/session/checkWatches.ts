import { type FieldWatch, mostPoints, type PointsWatch, type Watch } from '../protocol/watches.ts';

/** @throws RangeError with a sentence for a watch that this network cannot have. */
export function checkWatches(watches: readonly Watch[], classes: number): void {
  const ids = watches.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined)
    throw new RangeError(`watches: expected each id once, got "${twice}" twice.`);
  for (const watch of watches) {
    if (!(watch.rate >= 0)) {
      throw new RangeError(
        `watch "${watch.id}": expected a rate of at least 0, got ${watch.rate}.`,
      );
    }
    if (watch.kind === 'field') checkField(watch, classes);
    if (watch.kind === 'points') checkPoints(watch);
  }
}

function checkPoints({ id, points }: PointsWatch): void {
  const { length } = points;
  if (length % 2 === 1 || length > 2 * mostPoints) {
    const expected = `expected x and y of at most ${mostPoints} points`;
    throw new RangeError(`watch "${id}": ${expected}, got ${length} numbers.`);
  }
  const broken = points.find((coordinate) => !Number.isFinite(coordinate));
  if (broken === undefined) return;
  throw new RangeError(`watch "${id}": expected finite coordinates, got ${broken}.`);
}

function checkField(watch: FieldWatch, classes: number): void {
  const { id, window } = watch;
  if (!Number.isInteger(watch.class) || watch.class < 0 || watch.class >= classes) {
    const expected = `expected a class from 0 to ${classes - 1}`;
    throw new RangeError(`watch "${id}": ${expected}, got ${watch.class}.`);
  }
  for (const resolution of [watch.resolution, watch.restResolution]) {
    if (Number.isSafeInteger(resolution) && resolution >= 1) continue;
    const expected = 'expected a whole resolution of at least 1';
    throw new RangeError(`watch "${id}": ${expected}, got ${resolution}.`);
  }
  const { left, right, bottom, top } = window;
  if (left < right && bottom < top) return;
  throw new RangeError(
    `watch "${id}": expected a window with left < right and bottom < top, ` +
      `got left ${left}, right ${right}, bottom ${bottom}, top ${top}.`,
  );
}
