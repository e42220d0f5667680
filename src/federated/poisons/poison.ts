import type { Random } from '../../learning/random.ts';

/** How a poisoned client harms the class. */
export interface Poison {
  readonly name: string;
  readonly label: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  /** Whether the client learns from wrong labels, each the one after the right one. */
  readonly wrongLabels: boolean;
  /** What it sends instead of its change. */
  readonly distort: (change: Float64Array, random: Random, factor: number) => Float64Array;
}
