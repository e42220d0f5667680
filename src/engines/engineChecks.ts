import type { Progress, Snapshot } from '../learning/engine.ts';
import { parameterCount } from '../learning/parameters.ts';
import type { Samples, Window } from '../learning/samples.ts';
import type { Specification } from '../learning/specification.ts';
import { updaterNamed } from '../learning/updaters/updaters.ts';

/*
 * The checks that every engine makes of its arguments before it uses them. Each throws a RangeError
 * that names what was expected and what came.
 */

export function checkParameters(
  { network }: Pick<Specification, 'network'>,
  parameters: Float32Array,
): void {
  const count = parameterCount(network);
  if (parameters.length === count) return;
  throw new RangeError(
    `parameters: expected ${count} numbers for this network, got ${parameters.length}`,
  );
}

export function checkSnapshot(specification: Specification, snapshot: Snapshot): void {
  checkParameters(specification, snapshot.parameters);
  const { label, slots } = updaterNamed(specification.training.updater);
  const count = slots.length * parameterCount(specification.network);
  if (snapshot.updaterState.length !== count) {
    throw new RangeError(
      `updater state: expected ${count} numbers for ${label} and this network, ` +
        `got ${snapshot.updaterState.length}`,
    );
  }
  const { step, epoch, position, updates }: Progress = snapshot.progress;
  checkCount('step', step);
  checkCount('epoch', epoch);
  checkCount('position', position);
  checkCount('updates', updates);
}

/** `name`: what the samples are called in the sentence. */
export function checkSamples(
  { network }: Pick<Specification, 'network'>,
  { points, labels }: Samples,
  name = 'samples',
): void {
  if (points.length !== 2 * labels.length) {
    throw new RangeError(
      `${name}: expected two coordinates for each of ${labels.length} labels, ` +
        `got ${points.length} coordinates`,
    );
  }
  const wrong = labels.findIndex((label) => label >= network.classes);
  if (wrong >= 0) {
    throw new RangeError(
      `${name}: expected labels from 0 to ${network.classes - 1}, ` +
        `got ${labels[wrong]} for sample ${wrong}`,
    );
  }
}

/** A training step needs at least one sample. */
export function checkTrainingSet(size: number): void {
  if (size === 0) throw new RangeError('training set: expected at least 1 sample, got none');
}

/** Indices of samples in a training set of that size. */
export function checkIndices(indices: Uint32Array, size: number): void {
  if (indices.length === 0) throw new RangeError('indices: expected at least 1 sample, got none');
  const wrong = indices.find((index) => index >= size);
  if (wrong !== undefined) {
    throw new RangeError(
      `indices: expected numbers below ${size}, the size of the training set, got ${wrong}`,
    );
  }
}

export function checkPoints(points: Float32Array): void {
  if (points.length % 2 === 0) return;
  throw new RangeError(`points: expected two coordinates each, got ${points.length} numbers`);
}

export function checkField(window: Window, resolution: number): void {
  if (!Number.isSafeInteger(resolution) || resolution < 1) {
    throw new RangeError(`resolution: expected a whole number of at least 1, got ${resolution}`);
  }
  const { left, right, bottom, top } = window;
  if (left < right && bottom < top) return;
  throw new RangeError(
    `window: expected left < right and bottom < top, ` +
      `got left ${left}, right ${right}, bottom ${bottom}, top ${top}`,
  );
}

/** Classes whose planes of a field are wanted. */
export function checkClasses({ network }: Specification, classes: readonly number[]): void {
  if (classes.length === 0) throw new RangeError('classes: expected at least 1 class, got none');
  for (const label of classes) {
    if (Number.isInteger(label) && label >= 0 && label < network.classes) continue;
    throw new RangeError(
      `classes: expected whole numbers from 0 to ${network.classes - 1}, got ${label}`,
    );
  }
}

/** A number of steps, epochs or the like. */
export function checkCount(name: string, count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new RangeError(`${name}: expected a whole number of at least 0, got ${count}`);
}
