import { layerOf, Network } from '../generated/records.ts';
import { addSeed } from './seeds.ts';

/**
 * Inverted dropout of a hidden layer, by the mask of `keepsUnit` in the learning core; firstRow:
 * the place of the chunk's first row in the mini-batch.
 */
export function applyDropout(
  network: Network,
  index: i32,
  space: usize,
  stride: usize,
  firstRow: u32,
): void {
  const layer = layerOf(network, index);
  const seed = i32x4.splat(addSeed(network.dropoutSourceOfStep, index));
  const threshold = i32x4.splat(network.dropoutThreshold);
  const scale = f32x4.splat(network.dropoutScale);
  const firstRows = i32x4.add(i32x4.splat(firstRow), i32x4(0, 1, 2, 3));
  let values = space + layer.values;
  let slopes = space + layer.errors;
  for (let unit = 0; unit < layer.outputs; unit++) {
    const units = i32x4.splat(unit);
    let rows = firstRows;
    for (let row: usize = 0; row < stride; row += 16) {
      const place = v128.or(i32x4.shl(rows, 16), units);
      const bits = i32x4.shr_u(mixBits(v128.xor(seed, place)), 8);
      const factor = v128.and(i32x4.ge_s(bits, threshold), scale);
      v128.store(values + row, f32x4.mul(v128.load(values + row), factor));
      v128.store(slopes + row, f32x4.mul(v128.load(slopes + row), factor));
      rows = i32x4.add(rows, i32x4.splat(4));
    }
    values += stride;
    slopes += stride;
  }
}

/** As `mixBits` of the learning core, where its source is named. */
function mixBits(value: v128): v128 {
  let bits = v128.xor(value, i32x4.shr_u(value, 16));
  bits = i32x4.mul(bits, i32x4.splat(0x7feb352d));
  bits = v128.xor(bits, i32x4.shr_u(bits, 15));
  bits = i32x4.mul(bits, i32x4.splat(<i32>0x846ca68b));
  return v128.xor(bits, i32x4.shr_u(bits, 16));
}
