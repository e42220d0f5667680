import type { LayerShape } from '../parameters.ts';

/** The gradient to add to, the parameters, and where the weights are in both. */
export interface Penalised {
  readonly shapes: readonly LayerShape[];
  readonly parameters: Float64Array;
  readonly gradient: Float64Array;
}

/** gradient += the derivative of l1·Σ|w| + ½·l2·Σw² over the weights, not the biases (as DL4J) */
export function addPenalties(penalised: Penalised, l1: number, l2: number): void {
  const { shapes, parameters, gradient } = penalised;
  for (const { weights, biases } of shapes) {
    for (let i = weights; i < biases; i++) {
      const w = parameters[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + l1 * Math.sign(w) + l2 * w;
    }
  }
}
