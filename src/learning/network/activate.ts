import type { Activation } from '../activations/activation.ts';
import type { DenseLayer } from './denseLayer.ts';

/** outputs ← f(outputs) */
export function activate(layer: DenseLayer, activation: Activation, rows: number): void {
  const { outputs } = layer;
  const { value } = activation;
  const count = rows * layer.shape.outputs;
  for (let i = 0; i < count; i++) outputs[i] = value(outputs[i] ?? 0);
}

/** outputs ← f(outputs), slopes ← f′(outputs) */
export function activateWithSlopes(layer: DenseLayer, activation: Activation, rows: number): void {
  const { outputs, slopes } = layer;
  const { value, slope } = activation;
  const count = rows * layer.shape.outputs;
  for (let i = 0; i < count; i++) {
    const z = outputs[i] ?? 0;
    const a = value(z);
    outputs[i] = a;
    slopes[i] = slope(z, a);
  }
}
