import { parseNumber, twoReadings } from '../parseNumber.ts';
import { checkNumber, numberFault } from '../validation/checkNumber.ts';
import type { Fault } from '../validation/fault.ts';
import type { NumberRange } from './field.ts';

/** The number that a text holds, where it is in the range, or what is wrong with the text. */
export function numberFrom(text: string, range: NumberRange): number | Fault {
  const typed = text.trim();
  const readings = twoReadings(typed, range.integer);
  if (readings) {
    const hint = `which can mean ${readings[0]} or ${readings[1]}`;
    return { ...numberFault('ambiguous', typed, range), hint };
  }
  const checked = checkNumber(parseNumber(typed), range);
  return typeof checked === 'number' ? checked : { ...checked, value: typed };
}
