import type { Random } from '../random.ts';

/** The rule for the first weights of a layer. Biases always start at 0. */
export interface Initializer {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly source: string;
  /** Draws one weight of a layer with these numbers of inputs and outputs. */
  readonly weight: (random: Random, inputs: number, outputs: number) => number;
}
