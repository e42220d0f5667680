import { expect, test } from 'vitest';
import { arms } from '../../../src/learning/datasets/arms.ts';
import { blobs } from '../../../src/learning/datasets/blobs.ts';
import { checkerboard } from '../../../src/learning/datasets/checkerboard.ts';
import { circle } from '../../../src/learning/datasets/circle.ts';
import { gaussian } from '../../../src/learning/datasets/gaussian.ts';
import { heart } from '../../../src/learning/datasets/heart.ts';
import { rings } from '../../../src/learning/datasets/rings.ts';
import { spiral } from '../../../src/learning/datasets/spiral.ts';
import { target } from '../../../src/learning/datasets/target.ts';
import { xor } from '../../../src/learning/datasets/xor.ts';
import { countEach } from '../countEach.ts';
import { drawMany, moments } from './moments.ts';

test('spiral: one arm is the other, turned by half a turn', () => {
  const red = drawMany(spiral, 0, 20_000);
  const blue = drawMany(spiral, 1, 20_000);
  // The mean has a standard error of about 0.007 in either direction; bound: 7 of them, for two.
  expect(Math.abs(moments(red.xs).mean + moments(blue.xs).mean)).toBeLessThan(0.05);
  expect(Math.abs(moments(red.ys).mean + moments(blue.ys).mean)).toBeLessThan(0.05);
});

test('xor: red has equal signs and blue opposite ones, but for the noise near the axes', () => {
  for (const label of [0, 1]) {
    const { points } = drawMany(xor, label, 20_000);
    const clear = points.filter(({ x, y }) => Math.min(Math.abs(x), Math.abs(y)) > 0.5);
    expect(clear.length).toBeGreaterThan(10_000);
    expect(clear.every(({ x, y }) => x * y > 0 === (label === 0))).toBe(true);
  }
});

test('circle: both classes are equally dense over their area', () => {
  const { points } = drawMany(circle, 0, 20_000);
  const inside = points.filter(({ x, y }) => Math.hypot(x, y) < 0.6).length;
  // A share of 0.6² = 0.36, standard deviation 68 samples; noise moves it little so far inside.
  expect(Math.abs(inside - 7200)).toBeLessThan(340);
  const radii = drawMany(circle, 1, 20_000).points.map(({ x, y }) => Math.hypot(x, y));
  expect(moments(radii.map((radius) => radius ** 2)).mean).toBeCloseTo(
    (1.3 ** 2 + 4) / 2 + 0.02,
    1,
  );
});

test('gaussian: the clouds lie along the diagonal, and neither coordinate alone tells them apart', () => {
  for (const label of [0, 1]) {
    const { points, xs } = drawMany(gaussian, label, 20_000);
    const side = label === 0 ? 1 : -1;
    const along = moments(points.map(({ x, y }) => (x + y) / Math.SQRT2));
    const across = moments(points.map(({ x, y }) => (y - x) / Math.SQRT2));
    // Scatter 0.32 in every direction, and 0.7·√2 along the clouds; standard errors below 0.008.
    expect(Math.abs(along.mean)).toBeLessThan(0.04);
    expect(Math.abs(along.deviation - Math.hypot(0.7 * Math.SQRT2, 0.32))).toBeLessThan(0.03);
    expect(Math.abs(across.mean - side * 0.7 * Math.SQRT2)).toBeLessThan(0.012);
    expect(Math.abs(across.deviation - 0.32)).toBeLessThan(0.01);
    const beyond = xs.filter((x) => x > 0).length / xs.length;
    expect(beyond).toBeGreaterThan(0.15);
    expect(beyond).toBeLessThan(0.85);
  }
});

test('checkerboard: each of sixteen fields has one colour, and eight are red', () => {
  const draws = [0, 1].flatMap((label) =>
    drawMany(checkerboard, label, 16_000).points.map(({ x, y }) => {
      const [column, row] = [Math.floor(x + 2), Math.floor(y + 2)];
      return { label, isRed: (column + row) % 2 === 0, place: 4 * row + column };
    }),
  );
  // A deviation of 0.04, and 0.1 of room: half of 10⁻³ of the samples at most leave their field.
  const strayed = draws.filter(({ label, isRed }) => isRed !== (label === 0)).length;
  expect(strayed / draws.length).toBeLessThan(0.01);
  const fields = countEach(
    draws.map(({ place }) => Math.max(0, Math.min(15, place))),
    16,
  );
  // 2000 each, standard deviation 44; bound: 5 of them and those that have strayed.
  for (const count of fields) expect(Math.abs(count - 2000)).toBeLessThan(260);
});

test('rings: red at 0.5 and 1.5, blue at 1 and 2', () => {
  for (const [label, radii] of [
    [0, [0.5, 1.5]],
    [1, [1, 2]],
  ] as const) {
    const distances = drawMany(rings, label, 10_000).points.map(({ x, y }) => Math.hypot(x, y));
    for (const radius of radii) {
      const near = distances.filter((each) => Math.abs(each - radius) < 0.3);
      // Scatter 0.06; half of the samples, standard deviation 50.
      expect(Math.abs(near.length - 5000)).toBeLessThan(250);
      expect(Math.abs(moments(near).mean - radius)).toBeLessThan(0.01);
    }
  }
});

test('heart: red fills a heart, and blue is in a frame of its shape', () => {
  const isInside = (size: number) => (at: { x: number; y: number }) => {
    const [x, y] = [at.x / size, at.y / size];
    return (x * x + y * y - 1) ** 3 < x * x * y ** 3;
  };
  const red = drawMany(heart, 0, 10_000);
  const blue = drawMany(heart, 1, 10_000).points;
  expect(red.points.filter(isInside(1)).length).toBeGreaterThan(9900);
  expect(blue.filter(isInside(1)).length).toBeLessThan(100);
  expect(blue.filter(isInside(1.7)).length).toBeGreaterThan(9900);
  // The tip is at −1 and the top at 1.23, times 0.88.
  expect(Math.min(...red.ys)).toBeLessThan(-0.75);
  expect(Math.max(...red.ys)).toBeGreaterThan(1);
});

test('blobs: each class is a cloud in its quadrant', () => {
  for (const [label, [sx, sy]] of (
    [
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ] as const
  ).entries()) {
    const { xs, ys } = drawMany(blobs, label, 10_000);
    const [x, y] = [moments(xs), moments(ys)];
    // Scatter 0.3, so that a mean has a standard error of 0.003; bound: 5 of them.
    expect(Math.abs(x.mean - sx * Math.SQRT1_2)).toBeLessThan(0.015);
    expect(Math.abs(y.mean - sy * Math.SQRT1_2)).toBeLessThan(0.015);
    expect(Math.abs(x.deviation - 0.3)).toBeLessThan(0.015);
  }
});

test('three arms: each is the one before, turned by a third of a turn', () => {
  const angles = [0, 1, 2].map((label) => {
    const { points } = drawMany(arms, label, 20_000);
    // At the outer end the arm has turned three quarters.
    const outer = points.filter(({ x, y }) => Math.abs(Math.hypot(x, y) - 2.3) < 0.05);
    const mean = { x: 0, y: 0 };
    for (const { x, y } of outer) {
      mean.x += x / outer.length;
      mean.y += y / outer.length;
    }
    return Math.atan2(mean.y, mean.x);
  });
  const [first = 0, second = 0, third = 0] = angles;
  for (const turn of [second - first, third - second, first - third]) {
    expect(Math.cos(turn - (2 * Math.PI) / 3)).toBeGreaterThan(0.999);
  }
});

test('target: three bands of distance with room between them, but for the noise', () => {
  for (const label of [0, 1, 2]) {
    const distances = drawMany(target, label, 10_000).points.map(({ x, y }) => Math.hypot(x, y));
    const inner = (2 * label) / 3;
    // The bands are 4/9 wide; scatter 0.06, of which 4 deviations are 0.24.
    expect(Math.min(...distances)).toBeGreaterThan(Math.max(0, inner - 0.3) - 1e-9);
    expect(Math.max(...distances)).toBeLessThan(inner + 4 / 9 + 0.3);
    expect(moments(distances).mean).toBeCloseTo(inner + 2 / 9 + (label === 0 ? 0.01 : 0), 1);
  }
});
