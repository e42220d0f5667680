/** Which numbers a control takes; both ends included. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** A number that was typed: its value, or a sentence why it is refused. */
export type NumberEntry = { readonly value: number } | { readonly problem: string };

/** Reads what was typed into the control of that name; a decimal comma is understood. */
export function readNumber(name: string, text: string, range: NumberRange): NumberEntry {
  const typed = text.trim();
  const value = typed === '' ? NaN : Number(typed.replace(',', '.').replace('−', '-'));
  const fits = value >= range.min && value <= range.max;
  if (fits && (!range.integer || Number.isInteger(value))) return { value };
  const kind = range.integer ? 'a whole number' : 'a number';
  const ends = `from ${plainNumber(range.min)} to ${plainNumber(range.max)}`;
  return { problem: `${name}: expected ${kind} ${ends}, got “${typed}”.` };
}

/** A number as one would type it: `0.01`, `1e-7`, without the noise of binary fractions. */
export function plainNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
}

/** A score with three decimals; a dash where there is none. */
export function scoreText(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(3).replace('-', '−');
}

/** A count with narrow spaces between the thousands: `1 240`. */
export function countText(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
