import type { EngineFindings } from '../../engines/engineFindings.ts';
import type { Configuration, StopRules } from '../../learning/configuration.ts';
import type { EngineName, Progress, Snapshot } from '../../learning/engine.ts';
import type { Samples, Window } from '../../learning/samples.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';

/** 'auto' or 'safest', which leave the choice to the machine, or an engine's name. */
export type EngineChoice = string;

export type { EngineFindings };

/** The samples of a run. */
export interface SampleSets {
  readonly training: Samples;
  readonly evaluation: Samples;
}

/** What the page is looking at. */
export interface View {
  readonly window: Window;
  /**
   * Cells of the field along each side while training, at most (slow engines halve it), and when
   * training rests. Powers of two, or such a number times 3 or 5, divide best.
   */
  readonly resolution: number;
  readonly restResolution: number;
}

/** Begins a run: new network from the seed, or the one of a snapshot. Ends the run before it. */
export interface StartCommand {
  readonly kind: 'start';
  readonly configuration: Configuration;
  readonly samples: SampleSets;
  readonly engine: EngineChoice;
  /** What is known of the engines here. */
  readonly findings?: EngineFindings;
  readonly stepsPerFrame: number;
  readonly view: View;
  readonly snapshot?: Snapshot;
}

/** What the page wants of a run. */
export type Order =
  | StartCommand
  /** Goes on until a stop rule ends it; after the last epoch, for as many epochs again. */
  | { readonly kind: 'train' }
  | { readonly kind: 'pause' }
  /** One update, or the rest of the running epoch; no stop rule is looked at. */
  | { readonly kind: 'step'; readonly unit: 'step' | 'epoch' }
  | {
      readonly kind: 'configure';
      readonly training: TrainingSpecification;
      readonly stopping: StopRules;
    }
  /** Steps per frame at 60 frames a second: 1/60 = one step a second, Infinity = as fast as it goes. */
  | { readonly kind: 'speed'; readonly stepsPerFrame: number }
  /** Another choice of the engine, or the same one now that more is known; the run goes on. */
  | {
      readonly kind: 'engine';
      readonly engine: EngineChoice;
      readonly findings?: EngineFindings;
    }
  | { readonly kind: 'view'; readonly view: View }
  /** Goes back to that state; an updater state that does not fit the updater begins at zero. */
  | { readonly kind: 'restore'; readonly snapshot: Snapshot }
  /** Asks for the model in tfjs's format. */
  | { readonly kind: 'save' }
  /**
   * The last frame is on the screen: the next one may come. The buffers of the frame before go back,
   * so that it is the worker that clears them away.
   */
  | { readonly kind: 'painted'; readonly buffers: readonly ArrayBuffer[] };

/** What the page tells the worker. Every command carries the number of the run it is meant for. */
export type Command = { readonly run: number } & Order;

/** What the session sends to be shown. Buffers are transferred, not copied. */
export interface Frame {
  readonly progress: Progress;
  readonly stepsPerEpoch: number;
  /** Mean negative log likelihood; NaN for an empty set. */
  readonly losses: { readonly training: number; readonly evaluation: number };
  /** n×K, row-major. */
  readonly probabilities: { readonly training: Float32Array; readonly evaluation: Float32Array };
  /** Probability of class 1, resolution × resolution, row 0 at the bottom. */
  readonly field: Float32Array;
  readonly resolution: number;
  readonly window: Window;
  /** Measured over about the last second of training; 0 while resting. */
  readonly stepsPerSecond: number;
}

/** What a run is doing. */
export type Phase =
  'starting' | 'ready' | 'training' | 'paused' | 'finished' | 'diverged' | 'failed';

/** What a run has to tell. */
export type Report =
  | { readonly kind: 'frame'; readonly frame: Frame }
  /** `reason`: a full sentence, why the run is in this phase; empty where the user asked for it. */
  | { readonly kind: 'phase'; readonly phase: Phase; readonly reason: string }
  /**
   * `reason`: a full sentence, why this engine runs. `trouble`: it tells of something that went
   * wrong, an engine lost or a worker stopped, which the user must see.
   */
  | {
      readonly kind: 'engine';
      readonly engine: EngineName;
      readonly reason: string;
      readonly trouble?: boolean;
    }
  /** A state from which the page can begin again should the worker die; about one a second. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'model'; readonly modelJson: string; readonly weights: ArrayBuffer }
  /** Something asked for could not be done; the run itself is unharmed. */
  | {
      readonly kind: 'refused';
      /** Which command it was. */
      readonly command: Command['kind'];
      /** A full sentence. */
      readonly message: string;
    };

/** What the worker tells the page. Every event carries the number of the run it comes from. */
export type SessionEvent = { readonly run: number } & Report;
