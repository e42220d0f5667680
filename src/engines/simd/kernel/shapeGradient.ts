import { layerOf, Network } from '../generated/records.ts';

/** Shortens a gradient whose Euclidean norm is above the limit to that norm. */
export function clipToNorm(network: Network): void {
  const gradient = <usize>network.gradient;
  const bytes = <usize>network.parameterBytes;
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const g = v128.load(gradient + i);
    const first = f64x2.promote_low_f32x4(g);
    const second = f64x2.promote_low_f32x4(i64x2.shuffle(g, g, 1, 0));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
  }
  const sums = f64x2.add(low, high);
  const norm = sqrt<f64>(f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1));
  const limit = <f64>network.clipping;
  if (norm <= limit) return;
  const factor = f32x4.splat(<f32>(limit / norm));
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(gradient + i, f32x4.mul(v128.load(gradient + i), factor));
  }
}

/** gradient += the derivative of l1·Σ|w| + ½·l2·Σw² over the weights, not the biases */
export function addPenalties(network: Network): void {
  const parameters = <usize>network.parameters;
  const gradient = <usize>network.gradient;
  for (let index = 0; index < network.layers; index++) {
    const layer = layerOf(network, index);
    for (let i = <usize>layer.weights; i < <usize>layer.biases; i += 4) {
      const w = load<f32>(parameters + i);
      const sign: f32 = w > 0 ? 1 : w < 0 ? -1 : w;
      const g = load<f32>(gradient + i);
      store<f32>(gradient + i, g + network.l1 * sign + network.l2 * w);
    }
  }
}
