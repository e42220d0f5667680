import type { Snapshot } from './engine.ts';
import { fnv1a } from './fnv1a.ts';
import type { Mask } from './heldParameters.ts';
import { maskOfWords, maskWords } from './maskWords.ts';
import { parameterCount } from './parameters.ts';
import { quoted } from './quoted.ts';
import { snapshotFault } from './snapshotFault.ts';
import type { NetworkSpecification, Specification } from './specification.ts';
import { updaters } from './updaters/updaters.ts';

/*
 * A snapshot as bytes that outlive the page. The rules S1 to S9 are in docs/formats.md; all numbers
 * are little-endian.
 */

const magic = 'EWSN';
const version = 1;
const headerBytes = 56;
const mostNameBytes = 32;

/** Offsets in the header. */
const at = {
  version: 4,
  nameBytes: 6,
  shape: 8,
  parameters: 12,
  state: 16,
  held: 20,
  step: 24,
  epoch: 32,
  position: 40,
  updates: 48,
} as const;

/** Bytes that are no snapshot of this network; the message says what was expected and what came. */
export class SnapshotFormatError extends Error {
  override readonly name = 'SnapshotFormatError';
}

/** A snapshot, the name of the updater whose state it holds, and what is frozen and cut. */
export interface StoredSnapshot {
  readonly snapshot: Snapshot;
  readonly updater: string;
  readonly mask: Mask;
}

/** @throws SnapshotFormatError for a snapshot that is not of this network and its updater. */
export function encodeSnapshot(
  snapshot: Snapshot,
  { network, training }: Specification,
): Uint8Array<ArrayBuffer> {
  const { progress, parameters, updaterState } = snapshot;
  const { updater } = training;
  checkCounts(network, updater, [parameters.length, updaterState.length]);
  checkContent(snapshot, training);
  const words = maskWords(training);
  const numbers = headerBytes + paddedLength(updater.length);
  const held = numbers + 4 * (parameters.length + updaterState.length);
  const bytes = new Uint8Array(held + 4 * words.length);
  const view = new DataView(bytes.buffer);
  writeText(view, 0, magic);
  view.setUint16(at.version, version, true);
  view.setUint16(at.nameBytes, updater.length, true);
  view.setUint32(at.shape, shapeHash(network), true);
  view.setUint32(at.parameters, parameters.length, true);
  view.setUint32(at.state, updaterState.length, true);
  view.setUint32(at.held, words.length, true);
  view.setFloat64(at.step, progress.step, true);
  view.setFloat64(at.epoch, progress.epoch, true);
  view.setFloat64(at.position, progress.position, true);
  view.setFloat64(at.updates, progress.updates, true);
  writeText(view, headerBytes, updater);
  writeNumbers(view, numbers, parameters);
  writeNumbers(view, numbers + 4 * parameters.length, updaterState);
  words.forEach((word, i) => view.setUint32(held + 4 * i, word, true));
  return bytes;
}

/** @throws SnapshotFormatError for any bytes that are not a whole snapshot of this network. */
export function decodeSnapshot(bytes: Uint8Array, network: NetworkSpecification): StoredSnapshot {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkBeginning(view);
  expectEqual('hash of the network', shapeHash(network), view.getUint32(at.shape, true));
  const nameBytes = view.getUint16(at.nameBytes, true);
  const counts = [view.getUint32(at.parameters, true), view.getUint32(at.state, true)] as const;
  const numbers = headerBytes + paddedLength(nameBytes);
  const held = view.getUint32(at.held, true);
  const end = numbers + 4 * (counts[0] + counts[1]);
  expectEqual('length in bytes', end + 4 * held, bytes.length);
  const updater = readName(view, nameBytes);
  checkCounts(network, updater, counts);
  const snapshot = {
    progress: {
      step: view.getFloat64(at.step, true),
      epoch: view.getFloat64(at.epoch, true),
      position: view.getFloat64(at.position, true),
      updates: view.getFloat64(at.updates, true),
    },
    parameters: readNumbers(view, numbers, counts[0]),
    updaterState: readNumbers(view, numbers + 4 * counts[0], counts[1]),
  };
  const mask = readMask(view, end, { held, count: counts[0] });
  checkContent(snapshot, mask);
  return { snapshot, updater, mask };
}

/**
 * 32 bits that differ, most probably, for networks whose parameters mean something else: features,
 * hidden layers and classes count, initializer and seed do not.
 */
export function shapeHash({ features, hidden, classes }: NetworkSpecification): number {
  const layers = hidden.map(({ units, activation }) => `${units} ${activation}`);
  const text = [features.join(' '), ...layers, classes].join('\n');
  return fnv1a(Array.from(text, (character) => character.charCodeAt(0)));
}

/** Rules S1 and S2. */
function checkBeginning(view: DataView): void {
  if (view.byteLength < headerBytes) {
    throw fault('length in bytes', `at least ${headerBytes}`, view.byteLength);
  }
  const start = readText(view, 0, magic.length);
  if (start !== magic) throw fault('first bytes', quoted(magic), quoted(start));
  expectEqual('version', version, view.getUint16(at.version, true));
}

/** Rules S4 and S5. */
function checkCounts(
  network: NetworkSpecification,
  updater: string,
  [parameters, state]: readonly [parameters: number, state: number],
): void {
  const found = updaters.find(({ name }) => name === updater);
  if (!found) {
    const names = updaters.map(({ name }) => name).join(', ');
    throw fault('updater', `one of ${names}`, quoted(updater));
  }
  const count = parameterCount(network);
  expectEqual('number of parameters', count, parameters);
  expectEqual('length of the updater state', found.slots.length * count, state);
}

/** Rules S6, S7 and the end of S9. */
function checkContent(snapshot: Snapshot, { cut }: Mask): void {
  const problem = snapshotFault(snapshot);
  if (problem !== undefined) throw new SnapshotFormatError(`snapshot: ${problem}`);
  for (const index of cut) {
    expectEqual(`parameter ${index}, which is cut`, 0, snapshot.parameters[index] ?? NaN);
  }
}

/** Rule S9. */
function readMask(
  view: DataView,
  offset: number,
  { held, count }: { readonly held: number; readonly count: number },
): Mask {
  const words = Array.from({ length: held }, (_, i) => view.getUint32(offset + 4 * i, true));
  const mask = maskOfWords(words, count);
  if (mask) return mask;
  throw fault('frozen and cut parameters', `ascending indices below ${count}`, 'others');
}

/** Rule S8. */
function readName(view: DataView, length: number): string {
  if (length > mostNameBytes) {
    throw fault('length of the name of the updater', `at most ${mostNameBytes}`, length);
  }
  for (let i = length; i < paddedLength(length); i++) {
    expectEqual('byte after the name of the updater', 0, view.getUint8(headerBytes + i));
  }
  return readText(view, headerBytes, length);
}

function expectEqual(what: string, expected: number, got: number): void {
  if (got !== expected) throw fault(what, String(expected), got);
}

function fault(what: string, expected: string, got: number | string): SnapshotFormatError {
  return new SnapshotFormatError(`snapshot: ${what}: expected ${expected}, got ${got}`);
}

/** Filled up to whole words of four bytes. */
function paddedLength(bytes: number): number {
  return 4 * Math.ceil(bytes / 4);
}

function writeText(view: DataView, offset: number, text: string): void {
  for (let i = 0; i < text.length; i++) view.setUint8(offset + i, text.charCodeAt(i));
}

function readText(view: DataView, offset: number, length: number): string {
  const codes = Array.from({ length }, (_, i) => view.getUint8(offset + i));
  return String.fromCharCode(...codes);
}

function writeNumbers(view: DataView, offset: number, values: Float32Array): void {
  values.forEach((value, i) => view.setFloat32(offset + 4 * i, value, true));
}

function readNumbers(view: DataView, offset: number, count: number): Float32Array {
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getFloat32(offset + 4 * i, true);
  return values;
}
