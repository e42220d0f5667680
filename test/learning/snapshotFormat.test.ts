import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import type { Snapshot } from '../../src/learning/engine.ts';
import type { Mask } from '../../src/learning/heldParameters.ts';
import { parameterCount } from '../../src/learning/parameters.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  shapeHash,
  SnapshotFormatError,
} from '../../src/learning/snapshotFormat.ts';
import type { NetworkSpecification, Specification } from '../../src/learning/specification.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';
import { hiddenLayers, smallSpecification } from '../support/networks.ts';
import { expectSameBits } from '../support/tolerance.ts';

const adam = smallSpecification({ hidden: hiddenLayers('relu', 3) }, { updater: 'adam' });
const count = parameterCount(adam.network); // 2-3-2: 17

const snapshot: Snapshot = {
  progress: { step: 45, epoch: 2, position: 250, updates: 44 },
  parameters: Float32Array.from({ length: count }, (_, i) => Math.sin(i)),
  updaterState: Float32Array.from({ length: 2 * count }, (_, i) => Math.cos(i)),
};

/** A valid snapshot with some bytes changed. */
function changed(change: (view: DataView) => void): Uint8Array {
  const bytes = encodeSnapshot(snapshot, adam);
  change(new DataView(bytes.buffer));
  return bytes;
}

/** A valid snapshot in which parameters 3 and 5 are frozen, with one of these words changed. */
function changedMask(place: number, word: number): Uint8Array {
  const bytes = encodeSnapshot(snapshot, masked({ frozen: [3, 5] }));
  new DataView(bytes.buffer).setUint32(264 + 4 * place, word, true);
  return bytes;
}

function masked(mask: Partial<Mask>): Specification {
  return { ...adam, training: { ...adam.training, ...mask } };
}

const decode = (bytes: Uint8Array, network = adam.network) => decodeSnapshot(bytes, network);

describe('a snapshot as bytes', () => {
  it('has the layout of docs/formats.md', () => {
    const bytes = encodeSnapshot(snapshot, adam);
    const view = new DataView(bytes.buffer);
    expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('EWSN');
    expect(view.getUint16(4, true)).toBe(1);
    expect(view.getUint16(6, true)).toBe(4);
    expect(view.getUint32(8, true)).toBe(shapeHash(adam.network));
    expect([12, 16, 20].map((at) => view.getUint32(at, true))).toEqual([17, 34, 0]);
    expect([24, 32, 40, 48].map((at) => view.getFloat64(at, true))).toEqual([45, 2, 250, 44]);
    expect(String.fromCharCode(...bytes.subarray(56, 60))).toBe('adam');
    expect(view.getFloat32(60, true)).toBe(snapshot.parameters[0]);
    expect(view.getFloat32(60 + 4 * 17, true)).toBe(snapshot.updaterState[0]);
    expect(bytes).toHaveLength(60 + 4 * (17 + 34));
  });

  it('comes back bit for bit, whatever the numbers, for every updater', () => {
    const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
    const whole = fc.maxSafeNat();
    const progress = fc.record({ step: whole, epoch: whole, position: whole, updates: whole });
    fc.assert(
      fc.property(fc.constantFrom(...updaters), progress, fc.infiniteStream(finite), (...drawn) => {
        const [updater, progress, numbers] = drawn;
        const take = (length: number) =>
          Float32Array.from({ length }, () => Number(numbers.next().value));
        const specification = smallSpecification(adam.network, { updater: updater.name });
        const original = {
          progress,
          parameters: take(count),
          updaterState: take(updater.slots.length * count),
        };
        const stored = decode(encodeSnapshot(original, specification));
        expect(stored.updater).toBe(updater.name);
        expect(stored.snapshot.progress).toEqual(progress);
        expectSameBits(stored.snapshot.parameters, original.parameters);
        expectSameBits(stored.snapshot.updaterState, original.updaterState);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('ends with what is frozen and cut', () => {
    const parameters = snapshot.parameters.with(4, 0);
    const mask = { frozen: [0, 16], cut: [4] };
    const bytes = encodeSnapshot({ ...snapshot, parameters }, masked(mask));
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(20, true)).toBe(3);
    expect([264, 268, 272].map((at) => view.getUint32(at, true))).toEqual([0, 2 ** 31 + 4, 16]);
    expect(decode(bytes)).toEqual({ snapshot: { ...snapshot, parameters }, updater: 'adam', mask });
    expect(() => encodeSnapshot(snapshot, masked(mask))).toThrow(/parameter 4, which is cut/);
  });

  it('may lie anywhere in a buffer, and is a copy of it', () => {
    const bytes = encodeSnapshot(snapshot, adam);
    const larger = new Uint8Array(bytes.length + 10);
    larger.set(bytes, 3);
    const stored = decode(larger.subarray(3, 3 + bytes.length));
    larger.fill(0);
    expect(stored.snapshot).toEqual(snapshot);
  });
});

describe('bytes are refused', () => {
  it.each<[string, Uint8Array, RegExp]>([
    [
      'S1: without the magic',
      changed((view) => view.setUint8(0, 0x50)),
      /^snapshot: first bytes: expected "EWSN", got "PWSN"$/,
    ],
    [
      'S1: with a control sign',
      changed((view) => view.setUint8(0, 0x7f)),
      /^snapshot: first bytes: expected "EWSN", got "\\u007fWSN"$/,
    ],
    [
      'S2: of another version',
      changed((view) => view.setUint16(4, 2, true)),
      /^snapshot: version: expected 1, got 2$/,
    ],
    [
      'S3: too short for a header',
      encodeSnapshot(snapshot, adam).subarray(0, 55),
      /^snapshot: length in bytes: expected at least 56, got 55$/,
    ],
    [
      'S3: a byte short',
      encodeSnapshot(snapshot, adam).subarray(0, 263),
      /^snapshot: length in bytes: expected 264, got 263$/,
    ],
    [
      'S3: with a byte too many',
      Uint8Array.from([...encodeSnapshot(snapshot, adam), 0]),
      /^snapshot: length in bytes: expected 264, got 265$/,
    ],
    [
      'S3: of a length that nobody could allocate',
      changed((view) => view.setUint32(16, 2 ** 32 - 1, true)),
      /^snapshot: length in bytes: expected 17179869308, got 264$/,
    ],
    [
      'S3: with a mask announced that is not there',
      changed((view) => view.setUint32(20, 1, true)),
      /^snapshot: length in bytes: expected 268, got 264$/,
    ],
    [
      'S9: with a frozen parameter that the network has not',
      changedMask(0, 17),
      /^snapshot: frozen and cut parameters: expected ascending indices below 17, got others$/,
    ],
    [
      'S9: with frozen parameters that do not ascend',
      changedMask(1, 3),
      /^snapshot: frozen and cut parameters: expected ascending indices below 17, got others$/,
    ],
    [
      'S9: with a cut parameter that is not 0',
      changedMask(1, 0x8000_0000 + 7),
      /^snapshot: parameter 7, which is cut: expected 0, got 0\.6569/,
    ],
    [
      'S4: of another network',
      changed((view) => view.setUint32(8, 5, true)),
      /^snapshot: hash of the network: expected \d+, got 5$/,
    ],
    [
      'S4: with parameters moved to the updater state',
      changed((view) => {
        view.setUint32(12, 16, true);
        view.setUint32(16, 35, true);
      }),
      /^snapshot: number of parameters: expected 17, got 16$/,
    ],
    [
      'S5: of an updater that does not exist',
      changed((view) => view.setUint8(56, 0x62)),
      /^snapshot: updater: expected one of .*adam.*, got "bdam"$/,
    ],
    [
      'S5: of an updater with a control sign',
      changed((view) => view.setUint8(56, 0x9b)),
      /^snapshot: updater: expected one of .*adam.*, got "\\u009bdam"$/,
    ],
    [
      'S6: after half a step',
      changed((view) => view.setFloat64(24, 0.5, true)),
      /^snapshot: step: expected a whole number from 0 to 2\^53 − 1, got 0.5$/,
    ],
    [
      'S6: with a position that is not a number',
      changed((view) => view.setFloat64(40, NaN, true)),
      /^snapshot: position: expected a whole number .*, got NaN$/,
    ],
    [
      'S7: with a parameter that is not finite',
      changed((view) => view.setFloat32(60 + 4 * 3, Infinity, true)),
      /^snapshot: parameter 3: expected a finite number, got Infinity$/,
    ],
    [
      'S7: with an updater state that is not finite',
      changed((view) => view.setFloat32(60 + 4 * (17 + 5), NaN, true)),
      /^snapshot: updater state 5: expected a finite number, got NaN$/,
    ],
  ])('%s', (_rule, bytes, message) => {
    expect(() => decode(bytes)).toThrow(SnapshotFormatError);
    expect(() => decode(bytes)).toThrow(message);
  });

  it('S5: with the state of an updater that has more slots', () => {
    const sgd = { ...snapshot, updaterState: new Float32Array() };
    const bytes = encodeSnapshot(sgd, smallSpecification(adam.network, { updater: 'sgd' }));
    const longer = Uint8Array.from([...bytes, ...new Uint8Array(4 * count)]);
    new DataView(longer.buffer).setUint32(16, count, true);
    expect(() => decode(longer)).toThrow(
      /^snapshot: length of the updater state: expected 0, got 17$/,
    );
  });

  it('S8: with a name that is too long, or not filled up with zeros', () => {
    const long = changed((view) => {
      view.setUint16(6, 36, true);
      view.setUint32(16, 26, true);
    });
    expect(() => decode(long)).toThrow(
      /^snapshot: length of the name of the updater: expected at most 32, got 36$/,
    );
    const sgd = { ...snapshot, updaterState: new Float32Array() };
    const bytes = encodeSnapshot(sgd, smallSpecification(adam.network, { updater: 'sgd' }));
    bytes[59] = 1;
    expect(() => decode(bytes)).toThrow(
      /^snapshot: byte after the name of the updater: expected 0, got 1$/,
    );
  });

  it('with that error and no other, whatever they are', () => {
    const valid = encodeSnapshot(snapshot, adam);
    const random = fc.uint8Array({ maxLength: 400 });
    const behindMagic = random.map((rest) => Uint8Array.from([...valid.subarray(0, 8), ...rest]));
    const edits = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 4 });
    const edited = edits.map((list) => {
      const bytes = valid.slice();
      for (const [place, value] of list) bytes[place] = value;
      return bytes;
    });
    const cut = fc.nat(valid.length).map((length) => valid.slice(0, length));
    fc.assert(
      fc.property(fc.oneof(random, behindMagic, edited, cut), (bytes) => {
        try {
          const { snapshot, updater } = decode(bytes);
          const { network } = adam;
          // What is accepted is written in one way only.
          const again = encodeSnapshot(snapshot, smallSpecification(network, { updater }));
          expect(again).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(SnapshotFormatError);
        }
      }),
      { seed: 2, numRuns: 5000 },
    );
  });
});

describe('what cannot be read back is not written', () => {
  const refused = (change: Partial<Snapshot>, specification: Specification = adam) =>
    expect(() => encodeSnapshot({ ...snapshot, ...change }, specification));

  it('a snapshot of another network, of another updater, or with numbers that are not finite', () => {
    refused({ parameters: new Float32Array(3) }).toThrow(
      /number of parameters: expected 17, got 3/,
    );
    refused({}, smallSpecification(adam.network)).toThrow(/updater state: expected 0, got 34/);
    refused({ parameters: snapshot.parameters.with(0, NaN) }).toThrow(SnapshotFormatError);
    refused({ progress: { ...snapshot.progress, updates: -1 } }).toThrow(SnapshotFormatError);
  });
});

describe('the hash of a shape', () => {
  const { network } = articleConfiguration;

  it('is FNV-1a: worked by hand in another language', () => {
    // Of the bytes "x y\n20 relu\n2".
    expect(shapeHash(network)).toBe(0x4c5d9052);
  });

  it('differs where parameters mean something else, and only there', () => {
    const others: Partial<NetworkSpecification>[] = [
      { features: ['y', 'x'] },
      { classes: 3 },
      { hidden: hiddenLayers('relu', 21) },
      { hidden: hiddenLayers('tanh', 20) },
      { hidden: hiddenLayers('relu', 20, 20) },
      { hidden: [] },
    ];
    const hashes = others.map((change) => shapeHash({ ...network, ...change }));
    expect(new Set([...hashes, shapeHash(network)]).size).toBe(others.length + 1);
    const same = { ...network, seed: 7, initializer: 'zeros' };
    expect(shapeHash(same)).toBe(shapeHash(network));
  });
});
