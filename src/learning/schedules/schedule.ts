import type { Hyperparameter, Hyperparameters } from '../hyperparameter.ts';

/** How the learning rate changes during training. */
export interface Schedule {
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  readonly source: string;
  readonly hyperparameters: readonly Hyperparameter[];
  /** The factor on the learning rate in an epoch (0, 1, 2, …; fractions allowed). */
  readonly factor: (hyperparameters: Hyperparameters, epoch: number) => number;
}
