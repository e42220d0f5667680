import type { NumberRange } from '../../learning/settings/field.ts';
import { numberFrom } from '../../learning/settings/numberFrom.ts';
import { faultText } from '../../learning/validation/fault.ts';

export type { NumberRange };

/** A number that was typed: its value, or a sentence why it is refused. */
export type NumberEntry = { readonly value: number } | { readonly problem: string };

/** Reads what was typed into the control of that name. */
export function readNumber(name: string, text: string, range: NumberRange): NumberEntry {
  const read = numberFrom(text, range);
  return typeof read === 'number' ? { value: read } : { problem: `${name}: ${faultText(read)}.` };
}

/** A number as one would type it: `0.01`, `1e-7`; at most six digits, unless it is whole. */
export function plainNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
}

/** A value with three digits; words where it is none, as after a divergence. */
export function shortNumber(value: number): string {
  return Number.isFinite(value) ? plainNumber(Number(value.toPrecision(3))) : 'not a number';
}

/** A score with three decimals; a dash where there is none. */
export function scoreText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (Math.abs(value) < 1000) return value.toFixed(3).replace('-', '−');
  return value.toPrecision(4).replace('e+', 'e').replace('-', '−');
}

/** A count with narrow spaces between the thousands: `1 240`. */
export function countText(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
