import { expect } from 'vitest';
import { SpecificationError } from '../../../src/learning/validation/specificationError.ts';

/** The whole message with which a value is refused; its field stands before the colon. */
export function refusalOf(validate: () => unknown): string {
  try {
    validate();
  } catch (error) {
    expect(error).toBeInstanceOf(SpecificationError);
    expect(error).toBeInstanceOf(RangeError);
    const { field, message } = error as SpecificationError;
    expect(message.startsWith(`${field}: expected `)).toBe(true);
    return message;
  }
  return 'not refused';
}
