import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encodings } from '../../../src/federated/encodings/encodings.ts';
import { f32 } from '../../../src/federated/encodings/f32.ts';
import { layoutOf } from '../../../src/federated/layout.ts';
import { readFrame, writeFrame, writeModelFrame } from '../../../src/federated/wire/frame.ts';
import { modelHash } from '../../../src/federated/wire/modelHash.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { fuzz } from '../../support/fuzz.ts';
import { smallNetwork, someParameters } from '../../support/networks.ts';

const { network } = articleConfiguration;
const model = { layout: layoutOf(network), hash: modelHash(network) };
const vector = someParameters(network);
const numbers = { epoch: 7, round: 2 ** 32 - 1, samples: 50, sequence: 9 };
const update = { type: 'update', ...numbers, encoding: f32 } as const;

function updateFrame(): Uint8Array<ArrayBuffer> {
  return writeFrame({ ...update, vectors: [f32.encode(vector, model.layout)] }, model);
}

/** What becomes of an update after a change of its bytes. */
function faultAfter(change: (view: DataView) => void) {
  const bytes = updateFrame();
  change(new DataView(bytes.buffer));
  return readFrame(bytes, model);
}

function afterByte(at: number, value: number) {
  return faultAfter((view) => view.setUint8(at, value));
}

describe('a frame', () => {
  it('gives back what was written', () => {
    expect(readFrame(updateFrame(), model)).toEqual({
      type: 'update',
      ...numbers,
      vector,
      variate: new Float32Array(),
    });
    const variate = vector.map((value) => 2 * value);
    const frame = writeModelFrame({ ...numbers, vector, variate }, model);
    expect(readFrame(frame, model)).toEqual({
      type: 'model',
      ...numbers,
      samples: 0,
      vector,
      variate,
    });
  });

  it('has the bytes that the table of docs/protocol.md says', () => {
    const bytes = updateFrame();
    const header = [69, 87, 1, 1, 7, 0, 0, 0, 255, 255, 255, 255, 50, 0, 0, 0, 102, 0, 0, 0];
    expect(Array.from(bytes.subarray(0, 20))).toEqual(header);
    expect(Array.from(bytes.subarray(24, 32))).toEqual([0, 0, 0, 0, 9, 0, 0, 0]);
    expect(new DataView(bytes.buffer).getFloat32(32, true)).toBe(vector[0]);
    expect(bytes.length).toBe(440);
  });

  test.each([
    ['R1', 'magic', () => afterByte(1, 88)],
    ['R1', 'size', () => readFrame(updateFrame().subarray(0, 31), model)],
    ['R2', 'version', () => afterByte(2, 2)],
    ['R3', 'type', () => afterByte(3, 2)],
    ['R4', 'shape', () => faultAfter((view) => view.setUint32(16, 101, true))],
    ['R4', 'shape', () => afterByte(20, 0)],
    ['R5', 'encoding', () => afterByte(24, 3)],
    ['R6', 'flags', () => afterByte(25, 2)],
    ['R6', 'flags', () => afterByte(27, 1)],
    ['R7', 'length', () => afterByte(25, 1)],
    ['R7', 'length', () => readFrame(updateFrame().subarray(0, 439), model)],
    ['R7', 'length', () => readFrame(Uint8Array.of(...updateFrame(), 0), model)],
    ['R8', 'count', () => faultAfter((view) => view.setUint32(12, 0, true))],
    ['R8', 'count', () => afterByte(3, 0)],
    ['R9', 'nonfinite', () => faultAfter((view) => view.setFloat32(436, NaN, true))],
    ['R9', 'nonfinite', () => faultAfter((view) => view.setFloat32(32, -Infinity, true))],
  ])('%s: a frame with a fault is refused: %s', (_rule, fault, read) => {
    expect(read()).toBe(fault);
  });

  it('R4: has a hash that differs where parameters mean different things', () => {
    const others = [
      { ...network, features: ['y', 'x'] },
      { ...network, hidden: [{ units: 20, activation: 'tanh' }] },
      { ...network, classes: 3 },
      smallNetwork,
    ].map(modelHash);
    expect(new Set([...others, model.hash]).size).toBe(5);
    expect(modelHash({ ...network, seed: 1, initializer: 'he' })).toBe(model.hash);
  });

  it('R5: a model has the encoding f32', () => {
    for (const encoding of encodings) {
      const vectors = [encoding.encode(vector, model.layout)];
      const frame = writeFrame({ ...update, type: 'model', samples: 0, encoding, vectors }, model);
      const read = readFrame(frame, model);
      if (encoding === f32) expect(read).toMatchObject({ type: 'model' });
      else expect(read).toBe('encoding');
    }
  });
});

describe('R10: bytes from a stranger', () => {
  fuzz(
    'give a frame that is whole, or a fault',
    {
      seed: 91,
      inputs: fc.oneof(
        fc.uint8Array({ maxLength: 600 }),
        fc
          .array(fc.tuple(fc.nat({ max: 439 }), fc.nat({ max: 255 })), { maxLength: 8 })
          .map((changes) => {
            const bytes = updateFrame();
            for (const [at, value] of changes) bytes[at] = value;
            return bytes;
          }),
      ),
    },
    (bytes) => {
      const read = readFrame(bytes, model);
      if (typeof read === 'string') {
        expect(read).toMatch(/^[a-z]+$/);
      } else {
        expect(read.vector).toHaveLength(102);
        expect(read.vector.every(Number.isFinite)).toBe(true);
      }
    },
  );
});
