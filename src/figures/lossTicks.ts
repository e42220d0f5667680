import { endsOf, type LossScales } from './lossScales.ts';

/** A number on an axis: its place in data units, and its text. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Width of a character as a share of the font size; measured for digits. */
const characterWidth = 0.58;

/** Ticks of the losses' axis, for text of that font size in pixels. */
export function lossTicks({ y }: LossScales, log: boolean, fontSize: number): Tick[] {
  const [low, high] = endsOf(y.domain());
  const [bottom, top] = endsOf(y.range());
  if (log) {
    const room = Math.max(2, Math.floor((bottom - top) / (1.3 * fontSize)));
    return logTicks(low, high, room).map((value) => ({ value, label: plainNumber(value) }));
  }
  const count = Math.max(2, (bottom - top) / (2.8 * fontSize));
  const evenLabel = y.tickFormat(count);
  const label = high < 1e5 && high > 1e-3 ? evenLabel : plainNumber;
  return y.ticks(count).map((value) => ({ value, label: label(value) }));
}

/** At most `room` values: 1, 2 and 5 times the powers of ten, or powers of ten, or every nth power. */
function logTicks(low: number, high: number, room: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const inside = (value: number) => value >= low * 0.999 && value <= high * 1.001;
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const fine = powers.flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power));
  const shown = fine.filter(inside);
  if (shown.length <= room) return shown;
  const whole = powers.filter((power) => inside(10 ** power));
  const stride = Math.ceil(whole.length / room);
  return whole.filter((power) => power % stride === 0).map((power) => 10 ** power);
}

/** At most 3 digits; as a power of ten where that would be long. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (value !== 0 && (value < 1e-3 || value >= 1e5)) {
    return rounded.toExponential().replace('e+', 'e').replace('-', '−');
  }
  return String(rounded);
}

/**
 * Ticks of the epochs' axis, evenly spaced. The last one carries the word "epochs" and is aligned to
 * the right. Where no more fits, the ticks are 0 and the last one.
 */
export function epochTicks({ x }: LossScales, fontSize: number): Tick[] {
  const [start, end] = endsOf(x.range());
  const width = ({ label }: Tick) => label.length * characterWidth * fontSize;
  const fits = (ticks: readonly Tick[]) => {
    const before = ticks.at(-2);
    const last = ticks.at(-1);
    if (!before || !last) return false;
    return x(last.value) - width(last) > x(before.value) + width(before) / 2 + fontSize / 2;
  };
  const count = Math.max(2, (end - start) / (6 * fontSize));
  const finest = wholeNumbers(x.ticks(count));
  const last = finest.at(-1) ?? 0;
  for (let coarser = count; coarser >= 2; coarser /= 1.5) {
    const values = wholeNumbers(x.ticks(coarser));
    const ticks = values.map((value) => epochTick(value, last));
    if (values.at(-1) === last && fits(ticks)) return ticks;
  }
  return last === 0 ? [epochTick(0, 0)] : [0, last].map((value) => epochTick(value, last));
}

function wholeNumbers(values: readonly number[]): number[] {
  return values.filter(Number.isInteger);
}

function epochTick(value: number, last: number): Tick {
  const number = value.toLocaleString('en').replaceAll(',', '\u202f'); // a narrow space
  if (value !== last) return { value, label: number };
  return { value, label: `${number} ${last === 1 ? 'epoch' : 'epochs'}` };
}
