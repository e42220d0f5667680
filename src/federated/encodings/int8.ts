import { type Encoding, ifFinite, viewOf } from './encoding.ts';

/** The largest absolute value of a tensor is 127 of its steps. */
const steps = 127;

export const int8: Encoding = {
  name: 'int8',
  label: '8-bit numbers',
  code: 1,
  meaning: 'One byte for each number, in steps of 1/127 of the largest one of its tensor.',
  numbers: ({ count }) => count,
  size: ({ count, tensors }) => 4 * tensors.length + count,
  encode(vector, layout) {
    const bytes = new Uint8Array(this.size(layout));
    const view = viewOf(bytes);
    let first = 0;
    layout.tensors.forEach((size, t) => {
      const scale = Math.fround(largest(vector.subarray(first, first + size)) / steps);
      view.setFloat32(4 * t, scale, true);
      for (let i = first; i < first + size; i++) {
        const value = scale === 0 ? 0 : Math.round((vector[i] ?? 0) / scale);
        view.setInt8(4 * layout.tensors.length + i, Math.max(-steps, Math.min(steps, value)));
      }
      first += size;
    });
    return bytes;
  },
  decode(bytes, layout) {
    if (bytes.length !== this.size(layout)) return undefined;
    const view = viewOf(bytes);
    const vector = new Float32Array(layout.count);
    let first = 0;
    layout.tensors.forEach((size, t) => {
      const scale = view.getFloat32(4 * t, true);
      for (let i = first; i < first + size; i++) {
        vector[i] = scale * view.getInt8(4 * layout.tensors.length + i);
      }
      first += size;
    });
    return ifFinite(vector);
  },
};

function largest(values: Float32Array | Float64Array): number {
  let found = 0;
  for (const value of values) found = Math.max(found, Math.abs(value));
  return found;
}
