import type { NetworkSpecification, TrainingSpecification } from './specification.ts';

/** Which samples to train on. */
export interface DataChoice {
  /** Name in the table of data sets. */
  readonly set: string;
  /** Sizes of the two sets. */
  readonly training: number;
  readonly evaluation: number;
  readonly seed: number;
}

/** When training ends by itself; 0 switches a rule off. It always ends when the loss diverges. */
export interface StopRules {
  /** Epochs reached. */
  readonly epochs: number;
  /** Loss of the evaluation set at most this. */
  readonly loss: number;
  /** Accuracy on the evaluation set at least this. */
  readonly accuracy: number;
  /** That many epochs without a lower loss of the evaluation set. */
  readonly plateau: number;
}

/** All that decides a training run: same configuration, same engine, same result. */
export interface Configuration {
  readonly data: DataChoice;
  readonly network: NetworkSpecification;
  readonly training: TrainingSpecification;
  readonly stopping: StopRules;
}

/** The article's classifier: 2-20-2, ReLU, Xavier, Nesterovs, batch 50, 30 epochs, on `linear`. */
export const articleConfiguration: Configuration = {
  data: { set: 'linear', training: 1000, evaluation: 200, seed: 123 },
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
