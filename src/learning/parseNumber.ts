/*
 * The one grammar for numbers in texts: the address, the terminal, the fields of the screen, files.
 *
 *   number    = [sign] (digits [mark [digits]] | mark digits) [("e" | "E") [sign] digits]
 *   digits    = one or more of 0 to 9; before the mark also in groups of three: 1 240
 *   sign      = "+" | "-" | "−"
 *   mark      = "." | ","
 */
const numberPattern =
  /^([+\-−]?)(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d*)(?:[.,](\d*))?(?:e([+\-−]?\d+))?$/i;

const groupSpaces = /[ \u00a0\u2009\u202f]/g;

/**
 * The number that a text holds; spaces around it do not count. A comma is a decimal comma (`0,5`);
 * thousands may be divided by spaces (`1 240`, normal or narrow). NaN for any other text and for a
 * text with two readings (`1,000`); ±Infinity for a number beyond ±1.8e308.
 */
export function parseNumber(text: string): number {
  if (twoReadings(text)) return NaN;
  const parts = numberPattern.exec(text.trim());
  if (!parts) return NaN;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return NaN;
  const digits = `${whole.replace(groupSpaces, '')}.${fraction}`;
  return Number(`${asciiSign(sign)}0${digits}e${asciiSign(exponent)}`);
}

const commaGroups = /^([+\-−]?)([1-9]\d{0,2}),(\d{3})$/;
const dotGroups = /^([+\-−]?)([1-9]\d{0,2})\.(\d{3})$/;

/**
 * The two numbers that a text can mean: `1,000` is 1 with a decimal comma, or 1000 with a comma
 * between thousands. Undefined for a text without two readings. A dot is a decimal point; only where
 * a whole number is expected does `1.000` have two readings, too.
 */
export function twoReadings(
  text: string,
  wholeExpected = false,
): readonly [decimal: number, thousands: number] | undefined {
  const typed = text.trim();
  const parts = commaGroups.exec(typed) ?? (wholeExpected ? dotGroups.exec(typed) : null);
  if (!parts) return undefined;
  const [, sign = '', whole = '', last = ''] = parts;
  const start = asciiSign(sign) + whole;
  return [Number(`${start}.${last}`), Number(start + last)];
}

function asciiSign(text: string): string {
  return text.replace('−', '-');
}
