import type { Vector } from '../../learning/updaters/updater.ts';
import type { Layout } from '../layout.ts';
import { type Encoding, ifFinite, viewOf } from './encoding.ts';

/** The share of the numbers that are sent. */
const share = 0.1;

/** Source: Aji and Heafield, Sparse Communication for Distributed Gradient Descent, EMNLP 2017. */
export const topTenth: Encoding = {
  name: 'top10',
  label: 'largest tenth',
  code: 2,
  meaning: 'Only the tenth of the numbers that are largest; the rest waits for later rounds.',
  numbers: sentCount,
  size: (layout) => sentCount(layout) * entryBytes(layout),
  encode(vector, layout) {
    const bytes = new Uint8Array(this.size(layout));
    const view = viewOf(bytes);
    const wide = isWide(layout);
    largestIndices(vector, sentCount(layout)).forEach((index, k) => {
      const at = k * entryBytes(layout);
      if (wide) view.setUint32(at, index, true);
      else view.setUint16(at, index, true);
      view.setFloat32(at + (wide ? 4 : 2), vector[index] ?? 0, true);
    });
    return bytes;
  },
  decode(bytes, layout) {
    if (bytes.length !== this.size(layout)) return undefined;
    const view = viewOf(bytes);
    const wide = isWide(layout);
    const vector = new Float32Array(layout.count);
    let before = -1;
    for (let at = 0; at < bytes.length; at += entryBytes(layout)) {
      const index = wide ? view.getUint32(at, true) : view.getUint16(at, true);
      if (index <= before || index >= layout.count) return undefined;
      vector[index] = view.getFloat32(at + (wide ? 4 : 2), true);
      before = index;
    }
    return ifFinite(vector);
  },
};

function sentCount({ count }: Layout): number {
  return Math.ceil(share * count);
}

/** Indices have two bytes where that is enough, else four. */
function isWide({ count }: Layout): boolean {
  return count > 2 ** 16;
}

function entryBytes(layout: Layout): number {
  return isWide(layout) ? 8 : 6;
}

/** Ascending; of equal numbers the first. */
function largestIndices(vector: Vector, count: number): Uint32Array {
  const sizes = Float64Array.from(vector, Math.abs);
  const order = Uint32Array.from(sizes.keys());
  order.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  return order.subarray(0, count).sort();
}
