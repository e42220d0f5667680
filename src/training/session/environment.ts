import type { ModelFiles } from '../../learning/modelFiles.ts';
import type { Scaling } from '../../learning/scaling/scaling.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { SessionMessage } from '../protocol/signs.ts';
import type { ChooseEngine } from '../../engines/chooseEngine.ts';

/** What sessions need from the thread they run in. */
export interface Environment {
  readonly chooseEngine: ChooseEngine;
  /** The model as tfjs reads it; rejects with a sentence. */
  readonly modelFiles: (
    network: NetworkSpecification,
    parameters: Float32Array,
    options?: { readonly scaling?: Scaling | undefined },
  ) => Promise<ModelFiles>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Resolves after that many milliseconds, 0 = at once, with the messages let in meanwhile. */
  readonly nextTurn: (milliseconds: number) => Promise<void>;
  /** `transfer`: the buffers of the message that need not be copied. */
  readonly emit: (message: SessionMessage, transfer: ArrayBuffer[]) => void;
}
