import { labelOf } from '../settings/labelOf.ts';
import { type Fault, type FaultCode, faultText } from './fault.ts';

/** A setting from outside that cannot be used; the message names it as the screen does. */
export class SpecificationError extends RangeError {
  override readonly name = 'SpecificationError';
  /** Where in the experiment: `network.hidden[1].units`. */
  readonly field: string;
  readonly code: FaultCode;

  constructor(field: string, fault: Fault, label = labelOf(field)) {
    super(`${label}: ${faultText(fault)}`);
    this.field = field;
    this.code = fault.code;
  }
}
