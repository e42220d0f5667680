import { keepsUnit } from '../dropout.ts';
import type { DenseLayer } from './denseLayer.ts';

/** Decides which units of a hidden layer are left out in a chunk of a mini-batch. */
export interface DropoutMask {
  readonly dropout: number;
  /** From `dropoutSeed`. */
  readonly seed: number;
  /** Index of the chunk's first row in the mini-batch. */
  readonly firstRow: number;
}

/**
 * Inverted dropout: a unit that is left out gives 0, and one that is kept gives 1 / (1 − dropout)
 * times as much, so that the trained network needs no correction.
 * Source: Srivastava et al., Dropout, JMLR 2014, section 10.
 */
export function applyDropout(layer: DenseLayer, mask: DropoutMask, rows: number): void {
  const { outputs, slopes } = layer;
  const { dropout, seed, firstRow } = mask;
  const units = layer.shape.outputs;
  const scale = 1 / (1 - dropout);
  let index = 0;
  for (let row = 0; row < rows; row++) {
    for (let unit = 0; unit < units; unit++) {
      const factor = keepsUnit(seed, firstRow + row, unit, dropout) ? scale : 0;
      outputs[index] = (outputs[index] ?? 0) * factor;
      slopes[index] = (slopes[index] ?? 0) * factor;
      index++;
    }
  }
}
