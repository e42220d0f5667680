import type { NumberRange } from '../settings/field.ts';
import type { Fault, FaultCode } from './fault.ts';

/** The value where it is a number of the range, or what is wrong with it. */
export function checkNumber(value: unknown, range: NumberRange): number | Fault {
  if (typeof value !== 'number' || Number.isNaN(value)) return numberFault('type', value, range);
  if (value < range.min || value > range.max) return numberFault('range', value, range);
  if (range.integer && !Number.isInteger(value)) return numberFault('whole', value, range);
  return value;
}

/** A fault of a value where a number of the range is expected. */
export function numberFault(code: FaultCode, value: unknown, range: NumberRange): Fault {
  return { code, expected: expectedNumber(range), value };
}

/** `a whole number from 1 to 4096` */
export function expectedNumber({ min, max, integer }: NumberRange): string {
  return `${integer ? 'a whole number' : 'a number'} from ${min} to ${max}`;
}
