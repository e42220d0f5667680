import { expect } from 'vitest';
import type { FaultCode } from '../../../src/learning/validation/fault.ts';
import { SpecificationError } from '../../../src/learning/validation/specificationError.ts';

/** With which error a value is refused. */
export interface Refused {
  readonly field: string;
  readonly code: FaultCode;
  readonly message: string;
}

/** The error with which a value is refused; the test fails if it is not refused. */
export function refusedBy(validate: () => unknown): Refused {
  try {
    validate();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    if (!(error instanceof SpecificationError)) throw error;
    const { field, code, message } = error;
    return { field, code, message };
  }
  throw new Error('Expected the value to be refused.');
}

/** The path and the code with which a value is refused: `network.hidden[1].units range`. */
export function faultOf(validate: () => unknown): string {
  const { field, code } = refusedBy(validate);
  return `${field} ${code}`;
}
