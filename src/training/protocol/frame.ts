import type { Progress } from '../../learning/engine.ts';
import type { Picture } from './watches.ts';

/** The losses of both sets at one moment of a run. */
export interface LossPoint {
  /** Epochs, with the fraction of the running one. */
  readonly epoch: number;
  /** Mean negative log likelihood; NaN for an empty set. */
  readonly training: number;
  readonly evaluation: number;
}

/** What a session sends to be shown: the step and the losses, and a picture for each watch due. */
export interface Frame {
  /** Counts the frames of a run, from 1. The page acknowledges a frame by this number. */
  readonly number: number;
  readonly progress: Progress;
  readonly stepsPerEpoch: number;
  /** Version of the samples it was made with; see `ChangeSamplesCommand`. */
  readonly samplesVersion: number;
  /**
   * Recorded since the frame before, in order of time; the last one is of this frame. There is one
   * for the end of each epoch, however fast it trains; after 2,048 epochs for every second one, and
   * so on.
   */
  readonly lossPoints: readonly LossPoint[];
  /** Measured over about the last second of training; 0 at rest. */
  readonly stepsPerSecond: number;
  /** By watch id; a watch that was not due has none. Their buffers are transferred, not copied. */
  readonly pictures: Readonly<Record<string, Picture>>;
}
