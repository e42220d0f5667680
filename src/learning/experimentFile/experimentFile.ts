import type { Configuration } from '../configuration.ts';
import type { Snapshot } from '../engine.ts';
import type { SampleSource } from '../sampleSource.ts';

/** The losses at one moment of a run; NaN for a set without samples. */
export interface KeptLosses {
  /** Epochs, with the fraction of the running one. */
  readonly epoch: number;
  readonly training: number;
  readonly evaluation: number;
}

/** How far a run has come, and how it came there. */
export interface KeptRun {
  readonly snapshot: Snapshot;
  readonly losses: readonly KeptLosses[];
}

/** How probabilities become predictions. */
export interface KeptDecision {
  readonly threshold: number;
  readonly positiveClass: number;
}

/** An experiment as a file carries it from one device to another. */
export interface KeptExperiment {
  readonly name: string;
  readonly source: SampleSource;
  readonly configuration: Configuration;
  /** Which engine was chosen; undefined where the file leaves that open. */
  readonly engine?: string | undefined;
  readonly decision?: KeptDecision | undefined;
  /** Undefined where nothing was learned yet. */
  readonly run?: KeptRun | undefined;
}

/** What the name of such a file ends with. */
export const experimentEnding = '.edgewise.json';

/** A file that is no experiment of this version; the message begins with the name of the field. */
export class ExperimentFileError extends Error {
  override readonly name = 'ExperimentFileError';
}
