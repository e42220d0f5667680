import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Snapshot } from '../../src/learning/engine.ts';
import { withCuts } from '../../src/learning/heldParameters.ts';
import { parameterCount } from '../../src/learning/parameters.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  SnapshotFormatError,
} from '../../src/learning/snapshotFormat.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import { fittedSnapshot, withinSet } from '../../src/training/session/snapshots.ts';
import { fuzz } from '../support/fuzz.ts';
import { machineWords, showable } from '../support/hostile.ts';
import { hiddenLayers, smallSpecification } from '../support/networks.ts';

const specifications = updaters.map(({ name }) =>
  smallSpecification(
    { hidden: hiddenLayers('relu', 3) },
    { updater: name, frozen: [2, 9], cut: [4] },
  ),
);
const [{ network } = smallSpecification()] = specifications;
const count = parameterCount(network);

/** A place in the header, in the first numbers or among the last, the mask. */
const editable = fc.oneof(
  fc.nat(80),
  fc.nat(15).map((back) => -1 - back),
);

const progress = fc.oneof(
  { weight: 30, arbitrary: fc.nat() },
  { weight: 2, arbitrary: fc.maxSafeNat() },
  fc.constantFrom(-1, 0.5, NaN, Infinity, 2 ** 53, 2 ** 53 - 1, 2 ** 52, -0),
);
const single = fc.oneof({ weight: 200, arbitrary: fc.float({ noNaN: true }) }, fc.constant(NaN));
const vector = fc
  .tuple(fc.constantFrom(0, 1, count - 1, count, count, count, 2 * count, 3 * count), single)
  .map(([length, value]) => Float32Array.from({ length }, (_, i) => value * Math.cos(i)));

const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  progress: fc.record({ step: progress, epoch: progress, position: progress, updates: progress }),
  parameters: vector,
  updaterState: vector,
});
const specification = fc.constantFrom(...specifications);

/** What is read; undefined where it is refused with a sentence. */
function readOrRefuse<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SnapshotFormatError)) throw error;
    expect(error.message).toMatch(showable);
    expect(error.message).not.toMatch(machineWords);
    return undefined;
  }
}

describe('a snapshot from outside, whatever it holds,', () => {
  fuzz(
    'fits the network and the updater, or is refused',
    { seed: 90, inputs: fc.tuple(snapshot, specification) },
    ([given, specified]) => {
      const fitted = readOrRefuse(() => withinSet(fittedSnapshot(given, specified), 10));
      const usable = given.parameters.length === count && isFinite(given) && areCounts(given);
      expect(fitted !== undefined).toBe(usable);
      if (!fitted) return;
      // What fits is written and read back.
      const { frozen, cut, updater } = specified.training;
      const kept = { ...fitted, parameters: withCuts(fitted.parameters, { frozen, cut }) };
      const stored = decodeSnapshot(encodeSnapshot(kept, specified), network);
      expect(stored).toEqual({ snapshot: kept, updater, mask: { frozen, cut } });
      expect(fitted.progress.position).toBeLessThan(10);
    },
  );

  fuzz(
    'is read from bytes as one that fits, or is refused',
    {
      seed: 91,
      inputs: fc.tuple(specification, fc.array(fc.tuple(editable, fc.nat(255)), { maxLength: 3 })),
    },
    ([specified, edits]) => {
      const slots = updaters.find(({ name }) => name === specified.training.updater)?.slots ?? [];
      const sound = {
        progress: { step: 7, epoch: 2, position: 1, updates: 7 },
        parameters: withCuts(new Float32Array(count).fill(0.5), specified.training),
        updaterState: new Float32Array(slots.length * count).fill(0.25),
      };
      const bytes = encodeSnapshot(sound, specified);
      for (const [place, value] of edits) bytes[place < 0 ? bytes.length + place : place] = value;
      const stored = readOrRefuse(() => decodeSnapshot(bytes, network));
      const other = specifications.find(({ training }) => training.updater === stored?.updater);
      const fitted = stored && other && fittedSnapshot(stored.snapshot, other);
      expect(fitted).toBe(stored?.snapshot);
    },
  );
});

function isFinite({ parameters, updaterState }: Snapshot): boolean {
  return [...parameters, ...updaterState].every(Number.isFinite);
}

function areCounts({ progress: { step, epoch, position, updates } }: Snapshot): boolean {
  return [step, epoch, position, updates].every(
    (n) => Number.isInteger(n) && n >= 0 && n <= 2 ** 52,
  );
}
