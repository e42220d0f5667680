import type { Samples, SetName, Window } from './samples.ts';
import type { Specification, TrainingSpecification } from './specification.ts';

/** Name of an implementation of `Engine`. The core knows none of them. */
export type EngineName = string;

/** How far a training run has come. */
export interface Progress {
  /** Updates so far. */
  readonly step: number;
  /** Epochs finished so far. */
  readonly epoch: number;
  /** Samples of the running epoch already used. */
  readonly position: number;
  /** Updates since the updater's state was all zero. */
  readonly updates: number;
}

/** Enough to continue from there exactly, with the same engine, specification and samples. */
export interface Snapshot {
  readonly progress: Progress;
  /** All parameters: layer by layer, weights [input][unit] row-major, then biases. */
  readonly parameters: Float32Array;
  /** The updater's slots one after the other, each in the order of the parameters. */
  readonly updaterState: Float32Array;
}

/** What the network makes of a loaded set. */
export interface ProbabilitiesAndLoss {
  /** n×K class probabilities, row-major, in single precision: 0 where one is below 1e-45. */
  readonly probabilities: Float32Array;
  /** As `Engine.loss` gives it: from the logits, so that it has no such limit. */
  readonly loss: number;
}

/**
 * Does the arithmetic of one network. All methods are asynchronous, run one at a time in the order
 * of the calls, and reject with `EngineLostError` when the device that the engine runs on is gone.
 */
export interface Engine {
  readonly name: EngineName;
  readonly specification: Specification;
  /**
   * Takes a set over; a set of the same name is replaced. Both may be empty, but there is no
   * training on an empty one. Another training set ends an epoch that is under way: the next step
   * begins the next epoch, in the order of the new set. Parameters, updater state, step and updates
   * stay, and another evaluation set changes nothing at all.
   */
  load(set: SetName, samples: Samples): Promise<void>;
  /**
   * Changes the updater, rate, batch size or penalties. Another updater starts with its state at
   * zero.
   */
  configure(training: TrainingSpecification): Promise<void>;
  /** Makes that many updates; the last mini-batch of an epoch may be smaller. */
  train(steps: number): Promise<void>;
  progress(): Progress;
  snapshot(): Promise<Snapshot>;
  /**
   * Continues from a snapshot; load the training set first. Where the set has no sample left at the
   * snapshot's position, the snapshot's epoch counts as ended.
   */
  restore(snapshot: Snapshot): Promise<void>;
  parameters(): Promise<Float32Array>;
  /** Changes the parameters alone; progress and updater state stay. */
  setParameters(parameters: Float32Array): Promise<void>;
  /**
   * Mean negative log likelihood of a loaded set, in nats, without penalties; NaN for an empty set.
   * From the logits z: the mean of ln Σ e^z − z(label), which no rounding of probabilities to 0 or 1
   * limits.
   */
  loss(set: SetName): Promise<number>;
  /**
   * Mean gradient of the negative log likelihood over those samples of the training set, in the
   * order of the parameters; without penalties, dropout and clipping.
   */
  gradient(indices: Uint32Array): Promise<Float32Array>;
  /** n×K class probabilities of a loaded set, row-major. */
  probabilities(set: SetName): Promise<Float32Array>;
  /** Both, for the price of one. */
  probabilitiesAndLoss(set: SetName): Promise<ProbabilitiesAndLoss>;
  /** n×K class probabilities of n×2 points, row-major. */
  predict(points: Float32Array): Promise<Float32Array>;
  /**
   * Class probabilities at the centres of resolution × resolution cells of the window: for each of
   * the classes a plane of resolution² numbers, in the order of `classes` (all K when left out). A
   * plane is row-major, row 0 at the bottom (y upwards), column 0 at the left.
   */
  field(window: Window, resolution: number, classes?: readonly number[]): Promise<Float32Array>;
  /** Activations of n×2 points: per hidden layer n×units, row-major; without dropout. */
  activations(points: Float32Array): Promise<Float32Array[]>;
  dispose(): void;
}

/** Makes an engine; rejects with a sentence when this one cannot run here or not this network. */
export type EngineFactory = (
  specification: Specification,
  parameters: Float32Array,
) => Promise<Engine>;

/** The device that an engine runs on is gone, for example a lost WebGL context. */
export class EngineLostError extends Error {
  override readonly name = 'EngineLostError';
}
