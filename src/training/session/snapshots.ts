import type { Snapshot } from '../../learning/engine.ts';
import { withCuts } from '../../learning/heldParameters.ts';
import { initialParameters } from '../../learning/initialParameters.ts';
import { parameterCount } from '../../learning/parameters.ts';
import { snapshotFault } from '../../learning/snapshotFault.ts';
import type { NetworkSpecification, Specification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';

/** The state from which training starts: weights from the seed, the updater's state at zero. */
export function initialSnapshot({ network, training }: Specification): Snapshot {
  return {
    progress: { step: 0, epoch: 0, position: 0, updates: 0 },
    parameters: withCuts(Float32Array.from(initialParameters(network)), training),
    updaterState: zeroState(network, training.updater),
  };
}

/** The same state at the end of its epoch, for a training set that is another one. */
export function withEndedEpoch(snapshot: Snapshot): Snapshot {
  const { epoch, position } = snapshot.progress;
  if (position === 0) return snapshot;
  return { ...snapshot, progress: { ...snapshot.progress, epoch: epoch + 1, position: 0 } };
}

/** The same parameters and progress, with the updater's state at zero. */
export function withFreshUpdater(
  { progress, parameters }: Snapshot,
  { network, training }: Specification,
): Snapshot {
  return {
    progress: { ...progress, updates: 0 },
    parameters,
    updaterState: zeroState(network, training.updater),
  };
}

/** A count from outside may be this high: from there training can still count on, exactly. */
const highestCount = 2 ** 52;

/**
 * A snapshot from outside as this specification can use it: an updater state of another length
 * begins at zero.
 * @throws RangeError when the parameters are not those of this network, when its progress is
 * impossible or leaves no room to train, or when a number is not finite.
 */
export function fittedSnapshot(snapshot: Snapshot, specification: Specification): Snapshot {
  const { network, training } = specification;
  const count = parameterCount(network);
  if (snapshot.parameters.length !== count) {
    throw new RangeError(
      `Expected a snapshot of this network's ${count} parameters, got ${snapshot.parameters.length}.`,
    );
  }
  const fault = snapshotFault(snapshot) ?? roomFault(snapshot);
  if (fault !== undefined) throw new RangeError(`The snapshot cannot be used: ${fault}.`);
  const fits = snapshot.updaterState.length === stateLength(network, training.updater);
  return fits ? snapshot : withFreshUpdater(snapshot, specification);
}

function roomFault({ progress }: Snapshot): string | undefined {
  const full = Object.entries(progress).find(([, count]) => count > highestCount);
  return full && `${full[0]}: expected a count of at most 2^52, got ${full[1]}`;
}

/** Whether all numbers of the vector are finite. */
export function allFinite(vector: Float32Array): boolean {
  // The sum of finite numbers in double precision stays finite, and no NaN or Infinity leaves it so.
  let sum = 0;
  for (const value of vector) sum += Math.abs(value);
  return Number.isFinite(sum);
}

/** The same snapshot for a training set of that size: a position beyond it counts as the epoch's end. */
export function withinSet(snapshot: Snapshot, size: number): Snapshot {
  return snapshot.progress.position < size ? snapshot : withEndedEpoch(snapshot);
}

export function copyOf({ progress, parameters, updaterState }: Snapshot): Snapshot {
  return { progress, parameters: parameters.slice(), updaterState: updaterState.slice() };
}

function stateLength(network: NetworkSpecification, updater: string): number {
  return updaterNamed(updater).slots.length * parameterCount(network);
}

function zeroState(network: NetworkSpecification, updater: string): Float32Array {
  return new Float32Array(stateLength(network, updater));
}
