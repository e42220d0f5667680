import type { Random } from '../random.ts';

/** How the weights of a layer start. Biases always start at 0. */
export interface Initializer {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly source: string;
  /** One weight of a layer with that many inputs and outputs. */
  readonly weight: (random: Random, inputs: number, outputs: number) => number;
}
