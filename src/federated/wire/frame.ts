import { encodings } from '../encodings/encodings.ts';
import { type Encoding, viewOf } from '../encodings/encoding.ts';
import { f32 } from '../encodings/f32.ts';
import type { Layout } from '../layout.ts';

/** The frame of docs/protocol.md; the numbers in comments are those of its rules. */

/** R1: the characters EW. */
const magic = 0x5745;
/** R2 */
const version = 1;
/** Bytes before the payload. */
export const headerBytes = 32;

/** R3 */
const types = ['model', 'update'] as const;
export type FrameType = (typeof types)[number];

/** One message with numbers of a model. */
export interface Frame {
  readonly type: FrameType;
  /** Which life of the room: another one after each restart of the server. */
  readonly epoch: number;
  readonly round: number;
  /** n of an update; 0 for a model. */
  readonly samples: number;
  /** Of a model: how many rounds have changed it. Of an update: how many its client has sent. */
  readonly sequence: number;
  /** The parameters of a model, the change of an update. */
  readonly vector: Float32Array;
  /** The control variate of SCAFFOLD or its change; empty with other strategies. */
  readonly variate: Float32Array;
}

/** What both ends know of the model before the first frame. */
export interface Model {
  readonly layout: Layout;
  /** `modelHash` of the network. */
  readonly hash: number;
}

/** Why a frame is refused, as the sender is told. */
export type FrameFault =
  | 'size'
  | 'magic'
  | 'version'
  | 'type'
  | 'shape'
  | 'encoding'
  | 'flags'
  | 'length'
  | 'count'
  | 'nonfinite';

/** A frame as it is sent; vectors are encoded already. */
export interface EncodedFrame extends Omit<Frame, 'vector' | 'variate'> {
  readonly encoding: Encoding;
  /** One, or two with SCAFFOLD. */
  readonly vectors: readonly Uint8Array[];
}

export function writeFrame(frame: EncodedFrame, { layout, hash }: Model): Uint8Array<ArrayBuffer> {
  const size = frame.vectors.reduce((sum, { length }) => sum + length, headerBytes);
  const bytes = new Uint8Array(size);
  const view = viewOf(bytes);
  view.setUint16(0, magic, true);
  view.setUint8(2, version);
  view.setUint8(3, types.indexOf(frame.type));
  view.setUint32(4, frame.epoch, true);
  view.setUint32(8, frame.round, true);
  view.setUint32(12, frame.samples, true);
  view.setUint32(16, layout.count, true);
  view.setUint32(20, hash, true);
  view.setUint8(24, frame.encoding.code);
  view.setUint8(25, frame.vectors.length - 1);
  view.setUint32(28, frame.sequence, true);
  let at = headerBytes;
  for (const vector of frame.vectors) {
    bytes.set(vector, at);
    at += vector.length;
  }
  return bytes;
}

/** The bytes of a model: its parameters and, with SCAFFOLD, its control variate. */
export function writeModelFrame(
  { round, epoch, sequence, vector, variate }: Omit<Frame, 'type' | 'samples'>,
  model: Model,
): Uint8Array<ArrayBuffer> {
  const vectors = [vector, variate]
    .filter(({ length }) => length > 0)
    .map((each) => f32.encode(each, model.layout));
  const frame = { type: 'model', encoding: f32, samples: 0, round, epoch, sequence } as const;
  return writeFrame({ ...frame, vectors }, model);
}

/** Reads what a stranger has sent: everything is checked, in the order of the rules. */
export function readFrame(bytes: Uint8Array, { layout, hash }: Model): Frame | FrameFault {
  if (bytes.length < headerBytes) return 'size';
  const view = viewOf(bytes);
  if (view.getUint16(0, true) !== magic) return 'magic';
  if (view.getUint8(2) !== version) return 'version';
  const type = types[view.getUint8(3)];
  if (type === undefined) return 'type';
  const isOther = view.getUint32(16, true) !== layout.count || view.getUint32(20, true) !== hash;
  if (isOther) return 'shape';
  const encoding = encodings.find(({ code }) => code === view.getUint8(24));
  if (!encoding || (type === 'model' && encoding !== f32)) return 'encoding';
  const flags = view.getUint8(25);
  if (flags > 1 || view.getUint16(26, true) !== 0) return 'flags';
  const size = encoding.size(layout);
  if (bytes.length !== headerBytes + (1 + flags) * size) return 'length';
  const samples = view.getUint32(12, true);
  if (samples > 0 !== (type === 'update')) return 'count';
  const vector = encoding.decode(bytes.subarray(headerBytes, headerBytes + size), layout);
  const variate =
    flags === 1 ? encoding.decode(bytes.subarray(headerBytes + size), layout) : new Float32Array();
  if (!vector || !variate) return 'nonfinite';
  const [epoch, round] = [view.getUint32(4, true), view.getUint32(8, true)];
  return { type, epoch, round, samples, sequence: view.getUint32(28, true), vector, variate };
}
