import type { Samples } from '../samples.ts';

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

/** The shortest decimal that single precision reads back as this value; 9 digits always suffice. */
function singleText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}
