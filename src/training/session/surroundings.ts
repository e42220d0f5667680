import type { ChooseEngine } from '../../engines/chooseEngine.ts';
import type { ModelFiles } from '../../engines/layersModel.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { Report } from '../protocol/messages.ts';

/** What a run needs of the world around it. */
export interface Surroundings {
  readonly chooseEngine: ChooseEngine;
  readonly modelFiles: (
    network: NetworkSpecification,
    parameters: Float32Array,
  ) => Promise<ModelFiles>;
  /** Milliseconds. */
  readonly now: () => number;
  /** Lets messages in; false when one came that must be seen to first. */
  readonly breathe: () => Promise<boolean>;
  /** `transfer`: the buffers of the report that need not be copied. */
  readonly report: (report: Report, transfer?: ArrayBuffer[]) => void;
}
