import type { Samples } from '../samples.ts';
import { shortSingle } from './shortSingle.ts';

/** CSV rows `label,x,y` without a header; every coordinate is read back as the same number. */
export function writeSamples({ points, labels }: Samples): string {
  let text = '';
  for (let i = 0; i < labels.length; i++) {
    const x = singleText(points[2 * i] ?? NaN);
    const y = singleText(points[2 * i + 1] ?? NaN);
    text += `${labels[i] ?? 0},${x},${y}\n`;
  }
  return text;
}

/** The shortest decimal that single precision reads back as this value. */
function singleText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(shortSingle(value));
}
