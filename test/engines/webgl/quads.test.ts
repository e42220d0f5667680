import { expect, it } from 'vitest';
import { divided } from '../../../src/engines/webgl/glsl.ts';
import { padColumns, stripColumns } from '../../../src/engines/webgl/quads.ts';

it('pads rows to whole quads and strips them again', () => {
  const values = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  const padded = padColumns(values, 5);
  expect(Array.from(padded)).toEqual([1, 2, 3, 4, 5, 0, 0, 0, 6, 7, 8, 9, 10, 0, 0, 0]);
  expect(stripColumns(padded, 5, 2)).toEqual(values);
  expect(Array.from(stripColumns(padded, 5, 1))).toEqual([1, 2, 3, 4, 5]);
});

it('divides whole numbers through single precision without a mistake', () => {
  for (let divisor = 1; divisor <= 300; divisor++) {
    const factor = /\* (.+)\)$/.exec(divided('dividend', divisor))?.[1] ?? '1';
    const bias = divisor === 1 ? 0 : 0.5;
    let wrong = 0;
    for (let dividend = 0; dividend < 20_000; dividend++) {
      const quotient = Math.fround((dividend + bias) * Math.fround(Number(factor)));
      if (Math.floor(quotient) !== Math.floor(dividend / divisor)) wrong++;
    }
    expect(wrong).toBe(0);
  }
});
