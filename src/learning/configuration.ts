import type { NetworkSpecification, TrainingSpecification } from './specification.ts';

/** Which samples a recipe draws; the same choice always gives the same samples. */
export interface RecipeChoice {
  /** Name in the table of data sets. */
  readonly set: string;
  /** Sizes of the two sets. */
  readonly training: number;
  readonly evaluation: number;
  readonly seed: number;
  /**
   * The standard deviation of the gaussian scatter, as a share of the radius of the data set's
   * shape: 0.1 is a tenth of it for every recipe. 0 to 0.5; 0 leaves the plain shape. It moves both
   * coordinates, in Saturn the distance of the ring from its middle.
   */
  readonly noise: number;
  /** The share of class 1 (of two) in both sets, in whole hundredths, 0.05 to 0.95. */
  readonly balance: number;
  /** The share of the samples, in both sets, whose label is that of another class; 0 to 0.5. */
  readonly labelNoise: number;
  /** The share of the samples, in both sets, that are far from where they belong; 0 to 0.5. */
  readonly outliers: number;
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
  noise: 0.2,
  balance: 0.5,
  labelNoise: 0,
  outliers: 0,
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
    frozen: [],
    cut: [],
  },
  stopping: { epochs: 30, loss: 0, accuracy: 0, plateau: 0 },
};
