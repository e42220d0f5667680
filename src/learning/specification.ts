import type { Hyperparameters } from './hyperparameter.ts';

/** A hidden layer. */
export interface LayerSpecification {
  /** 1 to 256; an engine that takes fewer says so. */
  readonly units: number;
  /** Name in the table of activations. */
  readonly activation: string;
}

/** What the network is; a change makes another network, with new weights. */
export interface NetworkSpecification {
  /** Names in the table of features, at least one, none twice. */
  readonly features: readonly string[];
  /** 0 to 8 hidden layers, from the input to the output. */
  readonly hidden: readonly LayerSpecification[];
  /** K ≥ 2: units of the softmax output. */
  readonly classes: number;
  /** Name in the table of initializers. */
  readonly initializer: string;
  /** 0 to 2^32 − 1. Decides the first weights, the order of the samples and dropout. */
  readonly seed: number;
}

/** How the network is trained; it may change during training, and the weights stay. */
export interface TrainingSpecification {
  /** Name in the table of updaters. */
  readonly updater: string;
  /** Of that updater; one that is missing has its default. */
  readonly hyperparameters: Hyperparameters;
  /** Learning rate before the schedule, > 0. */
  readonly rate: number;
  /** Name in the table of schedules. */
  readonly schedule: string;
  /** Of that schedule; one that is missing has its default. */
  readonly scheduleHyperparameters: Hyperparameters;
  /** Samples in a mini-batch; the last one of an epoch may hold fewer. */
  readonly batchSize: number;
  /** Penalties l1·Σ|w| and ½·l2·Σw² on the weights, not on the biases (as DL4J). */
  readonly l1: number;
  readonly l2: number;
  /** Share of the hidden units that each training step leaves out, 0 ≤ dropout < 1. */
  readonly dropout: number;
  /**
   * Largest Euclidean norm of the gradient of the loss (before penalties, as DL4J);
   * 0 = no clipping.
   */
  readonly clipping: number;
  /**
   * Indices of the parameters that training leaves as they are, with their part of the updater's
   * state; ascending, none twice, none of them cut. They do not count in the norm for clipping.
   */
  readonly frozen: readonly number[];
  /** Indices of the parameters that are 0 and stay 0, as if frozen there; likewise ascending. */
  readonly cut: readonly number[];
}

/** The network and its training: all that an engine needs besides samples and parameters. */
export interface Specification {
  readonly network: NetworkSpecification;
  readonly training: TrainingSpecification;
}
