import type { NetworkSpecification, TrainingSpecification } from './specification.ts';

/** Which samples a recipe draws; the same choice always gives the same samples. */
export interface RecipeChoice {
  /** Name in the table of data sets. */
  readonly set: string;
  /** Sizes of the two sets. */
  readonly training: number;
  readonly evaluation: number;
  readonly seed: number;
}

/** When training ends by itself; 0 switches a rule off. A loss that diverges always ends it. */
export interface StopRules {
  /** Number of epochs. */
  readonly epochs: number;
  /** Loss of the evaluation set at most this. */
  readonly loss: number;
  /** Accuracy on the evaluation set at least this. */
  readonly accuracy: number;
  /** Number of epochs in which the loss of the evaluation set has not fallen. */
  readonly plateau: number;
}

/**
 * All that decides a training run besides its samples. The same configuration, samples and engine
 * always give the same result.
 */
export interface Configuration {
  readonly network: NetworkSpecification;
  readonly training: TrainingSpecification;
  readonly stopping: StopRules;
}

/** The article's first samples. */
export const articleRecipe: RecipeChoice = {
  set: 'linear',
  training: 1000,
  evaluation: 200,
  seed: 123,
};

/** The article's classifier: 2-20-2, ReLU, Xavier, Nesterovs, batch 50, 30 epochs. */
export const articleConfiguration: Configuration = {
  network: {
    features: ['x', 'y'],
    hidden: [{ units: 20, activation: 'relu' }],
    classes: 2,
    initializer: 'xavier',
    seed: 123,
  },
  training: {
    updater: 'nesterovs',
    hyperparameters: { momentum: 0.9 },
    rate: 0.01,
    schedule: 'constant',
    scheduleHyperparameters: {},
    batchSize: 50,
    l1: 0,
    l2: 0,
    dropout: 0,
    clipping: 0,
  },
  stopping: { epochs: 30, loss: 0, accuracy: 0, plateau: 0 },
};
