import { type Encoding, ifFinite, viewOf } from './encoding.ts';

export const f32: Encoding = {
  name: 'f32',
  label: '32-bit numbers',
  code: 0,
  meaning: 'Each number in single precision: four bytes.',
  numbers: ({ count }) => count,
  size: ({ count }) => 4 * count,
  encode(vector, layout) {
    const bytes = new Uint8Array(this.size(layout));
    const view = viewOf(bytes);
    for (let i = 0; i < layout.count; i++) view.setFloat32(4 * i, vector[i] ?? 0, true);
    return bytes;
  },
  decode(bytes, layout) {
    if (bytes.length !== this.size(layout)) return undefined;
    const view = viewOf(bytes);
    const vector = new Float32Array(layout.count);
    for (let i = 0; i < layout.count; i++) vector[i] = view.getFloat32(4 * i, true);
    return ifFinite(vector);
  },
};
