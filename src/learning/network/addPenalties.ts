import type { LayerShape } from '../parameters.ts';

/** Gradients to add to, weights to look at, and where those stand. */
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
      gradient[i] += l1 * Math.sign(parameters[i]) + l2 * parameters[i];
    }
  }
}
