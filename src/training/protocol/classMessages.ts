import type { LeakReading } from '../../federated/leak/readLeaks.ts';
import type { ClassRound, Scores } from '../../federated/simulation/classRun.ts';
import type { ClassSettings } from '../../federated/settings/classSettings.ts';
import type { Samples, Window } from '../../learning/samples.ts';
import type { Specification } from '../../learning/specification.ts';

/** What the page tells the worker of a simulated class; `run` numbers the runs. */
export type ClassCommand =
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly settings: ClassSettings;
      readonly specification: Specification;
      readonly samples: Samples;
      readonly evaluation: Samples;
      /** What the fields show. */
      readonly window: Window;
    }
  | { readonly kind: 'round'; readonly run: number }
  /** Reads updates as a curious server would; each number gives others. */
  | { readonly kind: 'leak'; readonly run: number; readonly number: number };

/** A client whose picture is shown. */
export interface ShownClient {
  readonly samples: Samples;
  readonly isPoisoned: boolean;
}

/** What the worker answers: one event for each command. */
export type ClassEvent =
  | {
      readonly kind: 'started';
      readonly run: number;
      readonly scores: Scores;
      readonly field: Float32Array;
      /** The first clients. */
      readonly clients: readonly ShownClient[];
    }
  | {
      readonly kind: 'round';
      readonly run: number;
      readonly round: ClassRound;
      readonly field: Float32Array;
      /** Of the networks of the shown clients after their own work; undefined before the first. */
      readonly clientFields: readonly (Float32Array | undefined)[];
    }
  | { readonly kind: 'leaked'; readonly run: number; readonly readings: readonly LeakReading[] }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

/** Cells of a field along each side: of the class, of a client. */
export const classResolution = 96;
export const clientResolution = 16;

/** Clients whose pictures are shown, at most. */
export const mostShown = 60;
