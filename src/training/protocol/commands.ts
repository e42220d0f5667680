import type { EngineFindings } from '../../engines/engineFindings.ts';
import type { Configuration, StopRules } from '../../learning/configuration.ts';
import type { EngineName, Snapshot } from '../../learning/engine.ts';
import type { Samples } from '../../learning/samples.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Scaling } from '../../learning/scaling/scaling.ts';
import type { Watch } from './watches.ts';

/*
 * What the page tells a session. Plain data: proxies, such as Svelte's, do not pass.
 */

/** The name of the engine that the user asks for; 'auto' leaves the choice to the machine. */
export type EngineChoice = EngineName;

/** The samples of a run. */
export interface SampleSets {
  readonly training: Samples;
  readonly evaluation: Samples;
}

/** Begins a run: new network from the seed, or the one of a snapshot. Ends the run before it. */
export interface StartCommand {
  readonly kind: 'start';
  readonly configuration: Pick<Configuration, 'network' | 'training' | 'stopping'>;
  readonly samples: SampleSets;
  readonly samplesVersion: number;
  /** Or 'safest': the engine that needs least, for a run whose worker has crashed. */
  readonly engine: EngineChoice;
  /** What is known of the engines here. */
  readonly findings?: EngineFindings | undefined;
  readonly stepsPerFrame: number;
  readonly watches: readonly Watch[];
  readonly snapshot?: Snapshot | undefined;
}

/**
 * Replaces both sets; weights, updater state and step stay. When the training set is another one,
 * the running epoch ends here and the next one begins with the new samples.
 */
export interface ChangeSamplesCommand {
  readonly kind: 'changeSamples';
  readonly samples: SampleSets;
  /** Counts the sets of a run's samples; frames say with which they were made. */
  readonly samplesVersion: number;
}

/** What a command asks for. */
export type CommandBody =
  | StartCommand
  /** Trains until a stop rule ends it; after the last epoch, for as many epochs again. */
  | { readonly kind: 'train' }
  | { readonly kind: 'pause' }
  /**
   * One update, or the rest of the running epoch; or so many of them. The stop rules do not
   * apply.
   */
  | { readonly kind: 'step'; readonly unit: 'step' | 'epoch'; readonly count?: number | undefined }
  /** The weights stay. */
  | {
      readonly kind: 'changeTraining';
      readonly training: TrainingSpecification;
      readonly stopping: StopRules;
    }
  | ChangeSamplesCommand
  /** Steps per frame at 60 frames a second: 1/60 = one step a second, Infinity = as fast as it can. */
  | { readonly kind: 'changeSpeed'; readonly stepsPerFrame: number }
  /** Another choice of the engine, or the same one now that more is known; the run continues. */
  | {
      readonly kind: 'changeEngine';
      readonly engine: EngineChoice;
      readonly findings?: EngineFindings | undefined;
    }
  /** All that the page watches from now on. */
  | { readonly kind: 'watch'; readonly watches: readonly Watch[] }
  /** Goes back to that state; an updater state that does not fit the updater begins at zero. */
  | { readonly kind: 'restore'; readonly snapshot: Snapshot }
  /** Sets one weight or bias by hand; progress and updater state stay. */
  | { readonly kind: 'setParameter'; readonly index: number; readonly value: number }
  /** Asks for the model in tfjs's format; it takes coordinates before this scaling. */
  | { readonly kind: 'save'; readonly scaling?: Scaling | undefined }
  /** The frame of this number was painted: the next one may come. */
  | { readonly kind: 'acknowledge'; readonly frame: number }
  /** Asks for a pong of that number once the commands before it are carried out; see `signs.ts`. */
  | { readonly kind: 'ping'; readonly ping: number }
  /** The session ends, and its engine with it; nothing more comes from it. */
  | { readonly kind: 'end' };

/** Which session a message is for, or from, and which of its runs; each start is a new run. */
export interface Address {
  readonly session: number;
  readonly run: number;
}

/** What the page posts to a worker. */
export type Command = Address & CommandBody;
