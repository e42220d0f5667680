import { describe, expect, it, test } from 'vitest';
import { encodings, encodingNamed } from '../../../src/federated/encodings/encodings.ts';
import { ErrorFeedback } from '../../../src/federated/encodings/errorFeedback.ts';
import { layoutOf } from '../../../src/federated/layout.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { createRandom } from '../../../src/learning/random.ts';
import { expectClose } from '../../support/tolerance.ts';

const layout = layoutOf(articleConfiguration.network); // 40 + 20 + 40 + 2
const [int8, top10] = [encodingNamed('int8'), encodingNamed('top10')];

function someChange(seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: layout.count }, () => random.normal());
}

describe('the encodings', () => {
  test.each([
    ['f32', 408],
    ['int8', 118],
    ['top10', 66],
  ])('%s has %i bytes for 2-20-2', (name, bytes) => {
    const encoding = encodingNamed(name);
    expect(encoding.size(layout)).toBe(bytes);
    expect(encoding.encode(someChange(1), layout)).toHaveLength(bytes);
  });

  test.each(encodings)('$name gives 0 for 0, and nothing for another length', (encoding) => {
    const zeros = new Float32Array(layout.count);
    const bytes = encoding.encode(zeros, layout);
    expect(encoding.decode(bytes, layout)).toEqual(zeros);
    expect(encoding.decode(bytes.subarray(1), layout)).toBeUndefined();
  });

  it('E1: f32 keeps every bit', () => {
    const change = someChange(2);
    const f32 = encodingNamed('f32');
    expect(f32.decode(f32.encode(change, layout), layout)).toEqual(change);
  });

  it('E2: int8 is off by half a step of its tensor at most', () => {
    const change = someChange(3);
    const tiny = change.map((value, i) => (i < 40 ? value : 1e-6 * value));
    const decoded = int8.decode(int8.encode(tiny, layout), layout);
    let first = 0;
    for (const size of layout.tensors) {
      const part = tiny.subarray(first, first + size);
      const step = Math.max(...part.map(Math.abs)) / 127;
      const absolute = 0.5001 * step; // and the rounding of the scale to single precision
      expectClose(decoded?.subarray(first, first + size) ?? [], part, { absolute, relative: 0 });
      first += size;
    }
    expect(first).toBe(102);
  });

  it('E3: top10 sends the 11 largest numbers as they are', () => {
    const change = someChange(4);
    const decoded = top10.decode(top10.encode(change, layout), layout) ?? [];
    const bar = Array.from(change, Math.abs).sort((a, b) => b - a)[10] ?? NaN;
    expect(Array.from(decoded)).toEqual(
      Array.from(change, (value) => (Math.abs(value) >= bar ? value : 0)),
    );
  });

  it('E3: top10 has wide indices where there are many parameters', () => {
    const large = { count: 100_000, tensors: [100_000] };
    const change = new Float32Array(100_000);
    change[99_999] = 5;
    const bytes = top10.encode(change, large);
    expect(bytes).toHaveLength(80_000);
    expect(top10.decode(bytes, large)).toEqual(change);
  });

  it('R9: top10 refuses indices that repeat, fall or are out of range', () => {
    const bytes = top10.encode(someChange(5), layout);
    const withIndex = (entry: number, index: number) => {
      const changed = bytes.slice();
      new DataView(changed.buffer).setUint16(6 * entry, index, true);
      return top10.decode(changed, layout);
    };
    const indexAt = (entry: number) => new DataView(bytes.buffer).getUint16(6 * entry, true);
    expect(withIndex(3, indexAt(3))).toBeDefined();
    expect(withIndex(3, indexAt(2))).toBeUndefined();
    expect(withIndex(3, indexAt(4))).toBeUndefined();
    expect(withIndex(10, 102)).toBeUndefined();
  });
});

describe('E4: error feedback', () => {
  test.each(encodings)('$name loses nothing in the long run', (encoding) => {
    const feedback = new ErrorFeedback(encoding, layout);
    const sent = new Float64Array(layout.count);
    const wanted = new Float64Array(layout.count);
    for (let round = 0; round < 100; round++) {
      const change = someChange(round);
      const decoded = encoding.decode(feedback.encode(change), layout) ?? [];
      for (const [i, value] of decoded.entries()) sent[i] = (sent[i] ?? 0) + value;
      for (const [i, value] of change.entries()) wanted[i] = (wanted[i] ?? 0) + value;
    }
    const { residual } = feedback;
    const together = sent.map((value, i) => value + (residual[i] ?? NaN));
    expectClose(together, wanted, { absolute: 1e-12, relative: 1e-12 });
  });

  it('does not keep what is not finite', () => {
    const feedback = new ErrorFeedback(int8, layout);
    expect(int8.decode(feedback.encode(new Float32Array(102).fill(NaN)), layout)).toBeUndefined();
    expect(Math.max(...feedback.residual)).toBe(0);
  });
});
