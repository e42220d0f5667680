import type { Window } from '../../learning/samples.ts';
import {
  finestUnits,
  mostPoints,
  type PointsWatch,
  type UnitPlace,
  type Watch,
} from '../protocol/watches.ts';

/**
 * A watch of a unit that the network has not is sound: it gets no picture.
 * @throws RangeError with a sentence for a watch that this network cannot have.
 */
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
    checkKind(watch, classes);
  }
}

function checkKind(watch: Watch, classes: number): void {
  switch (watch.kind) {
    case 'field':
      checkIndex(watch.id, 'class', watch.class, classes);
      checkResolutions(watch.id, [watch.resolution, watch.restResolution]);
      checkWindow(watch.id, watch.window);
      return;
    case 'points':
      checkPoints(watch);
      return;
    case 'units':
      checkResolutions(watch.id, [watch.resolution], finestUnits);
      checkWindow(watch.id, watch.window);
      return;
    case 'unit':
      checkPlace(watch.id, watch);
      checkResolutions(watch.id, [watch.resolution, watch.restResolution]);
      checkWindow(watch.id, watch.window);
      return;
    case 'activations':
      checkPlace(watch.id, watch);
      return;
    case 'probabilities':
    case 'parameters':
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

function checkPlace(id: string, { layer, unit }: UnitPlace): void {
  checkIndex(id, 'layer', layer, Infinity);
  checkIndex(id, 'unit', unit, Infinity);
}

/** `count`: how many there are, counted from 0. */
function checkIndex(id: string, thing: string, value: number, count: number): void {
  if (Number.isInteger(value) && value >= 0 && value < count) return;
  const range = count === Infinity ? 'of at least 0' : `from 0 to ${count - 1}`;
  throw new RangeError(`watch "${id}": expected a ${thing} ${range}, got ${value}.`);
}

function checkResolutions(id: string, resolutions: readonly number[], most = Infinity): void {
  for (const resolution of resolutions) {
    if (Number.isSafeInteger(resolution) && resolution >= 1 && resolution <= most) continue;
    const range = most === Infinity ? 'of at least 1' : `from 1 to ${most}`;
    throw new RangeError(`watch "${id}": expected a whole resolution ${range}, got ${resolution}.`);
  }
}

function checkWindow(id: string, { left, right, bottom, top }: Window): void {
  if (left < right && bottom < top) return;
  throw new RangeError(
    `watch "${id}": expected a window with left < right and bottom < top, ` +
      `got left ${left}, right ${right}, bottom ${bottom}, top ${top}.`,
  );
}
