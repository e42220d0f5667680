import { expect, test } from 'vitest';
import { chartMargins, type LossPoint, lossScales } from '../../src/figures/lossScales.ts';

const box = { width: 300, height: 200 };
const falling: LossPoint[] = [
  { epoch: 0, training: 0.7, evaluation: 0.72 },
  { epoch: 4.5, training: 0.03, evaluation: 0.04 },
];

test('the epochs planned, or those run if more', () => {
  expect(lossScales(falling, { ...box, epochs: 30 }).x.domain()).toEqual([0, 30]);
  expect(lossScales(falling, { ...box, epochs: 3 }).x.domain()).toEqual([0, 4.5]);
  expect(lossScales([], box).x.domain()).toEqual([0, 1]);
});

test('losses from 0 to a round number above the highest', () => {
  expect(lossScales(falling, box).y.domain()).toEqual([0, 0.8]);
  expect(lossScales([], box).y.domain()).toEqual([0, 1]);
  const zero = [{ epoch: 0, training: 0, evaluation: 0 }];
  expect(lossScales(zero, box).y.domain()).toEqual([0, 1]);
});

test('a logarithmic axis goes from and to 1, 2 or 5 times a power of ten', () => {
  const domain = (low: number, high: number) => {
    const points = [{ epoch: 0, training: low, evaluation: high }];
    const { y } = lossScales(points, { ...box, log: true });
    return y.domain().map((end) => Number(end.toPrecision(6)));
  };
  expect(domain(0.03, 0.72)).toEqual([0.02, 1]);
  expect(domain(0.7, 0.7)).toEqual([0.5, 1]);
  expect(domain(0.1, 1)).toEqual([0.05, 2]);
  expect(domain(3e-7, 6)).toEqual([2e-7, 10]);
});

test('losses without a place on the axis do not stretch it', () => {
  const odd: LossPoint[] = [
    ...falling,
    { epoch: 5, training: NaN, evaluation: Infinity },
    { epoch: 6, training: 0, evaluation: -1 },
  ];
  expect(lossScales(odd, box).y.domain()).toEqual([0, 0.8]);
  expect(lossScales(odd, { ...box, log: true }).y.domain()[0]).toBeCloseTo(0.02, 12);
  const only = [{ epoch: 0, training: NaN, evaluation: NaN }];
  expect(lossScales(only, { ...box, log: true }).y.domain()[0]).toBeGreaterThan(0);
});

test.each([12, 22])('axes end at the margins, and pixels lead back, at %d px', (fontSize) => {
  const { left, right, top, bottom } = chartMargins(fontSize);
  for (const log of [false, true]) {
    const { x, y } = lossScales(falling, { ...box, log, epochs: 9, fontSize });
    expect(x.range()).toEqual([left, 300 - right]);
    expect(y.range()).toEqual([200 - bottom, top]);
    expect(x.invert(x(4.5))).toBeCloseTo(4.5, 10);
    expect(y.invert(y(0.3))).toBeCloseTo(0.3, 10);
  }
});

test('margins are whole pixels and grow with the text', () => {
  expect(chartMargins(24)).toEqual({ left: 80, right: 24, top: 48, bottom: 48 });
  expect(chartMargins()).toEqual(chartMargins(12));
  for (const margin of Object.values(chartMargins(14.8))) expect(margin % 1).toBe(0);
});
