import type { EngineName, Snapshot } from '../../learning/engine.ts';
import type { ModelFiles } from '../../learning/modelFiles.ts';
import type { Address, CommandBody } from './commands.ts';
import type { Frame } from './frame.ts';

/** What a run is doing. */
export type Phase =
  'starting' | 'ready' | 'training' | 'paused' | 'finished' | 'diverged' | 'failed';

/** What a run reports. */
export type EventBody =
  | { readonly kind: 'frame'; readonly frame: Frame }
  /** `reason`: a full sentence, why the run is in this phase; empty where the user asked for it. */
  | { readonly kind: 'phase'; readonly phase: Phase; readonly reason: string }
  /**
   * `reason`: a full sentence, why this engine runs. `trouble`: something went wrong, an engine was
   * lost or a worker stopped, and the user must see it.
   */
  | {
      readonly kind: 'engine';
      readonly engine: EngineName;
      readonly reason: string;
      readonly trouble?: boolean | undefined;
    }
  /** A state from which the page can begin again should the worker die; about one a second. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'model'; readonly files: ModelFiles }
  /** A command could not be carried out; the run itself is unharmed. */
  | {
      readonly kind: 'refused';
      readonly command: CommandBody['kind'];
      /** A full sentence. */
      readonly message: string;
    };

/** What a worker posts to the page. */
export type SessionEvent = Address & EventBody;
