import { expect, it } from 'vitest';
import { platformNormal } from '../../../src/federated/privacy/platformNormal.ts';
import { protectChange } from '../../../src/federated/privacy/protectChange.ts';
import { createRandom } from '../../../src/learning/random.ts';
import { expectClose } from '../../support/tolerance.ts';

const none = () => NaN;

it('shortens a change that is too long, and leaves others', () => {
  const change = Float64Array.of(3, 4);
  const clipped = protectChange(change, { clip: 1, noise: 0, asked: 20 }, none);
  expectClose(clipped, [0.6, 0.8], { absolute: 1e-15, relative: 0 });
  expect(protectChange(change, { clip: 6, noise: 0, asked: 20 }, none)).toEqual(change);
  expect(protectChange(change, { clip: 0, noise: 0, asked: 20 }, none)).toEqual(change);
});

it('gives the sum of a quorum noise of z·C', () => {
  const random = createRandom(4);
  const normal = () => random.normal();
  const [zeros, sums] = [new Float64Array(20_000), new Float64Array(20_000)];
  for (let client = 0; client < 10; client++) {
    const noisy = protectChange(zeros, { clip: 0.5, noise: 3, asked: 20 }, normal);
    noisy.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + value));
  }
  const deviation = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0) / sums.length);
  // Its own standard deviation is 1.5 / √(2 · 20,000) = 0.0075.
  expect(Math.abs(deviation - 1.5)).toBeLessThan(0.03);
});

it('has normal deviates from the bytes of the platform', () => {
  const normal = platformNormal((count) => crypto.getRandomValues(new Uint8Array(count)));
  const draws = Array.from({ length: 20_000 }, normal);
  const mean = (power: number) => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length;
  // Seven standard deviations of each: √(1/n), √(2/n), √(96/n).
  expect(Math.abs(mean(1))).toBeLessThan(0.05);
  expect(Math.abs(mean(2) - 1)).toBeLessThan(0.07);
  expect(Math.abs(mean(4) - 3)).toBeLessThan(0.49);
  expect(platformNormal((count) => new Uint8Array(count))()).toBeCloseTo(0, 15); // no infinite deviate
  expect(platformNormal((count) => new Uint8Array(count).fill(255))()).toBeLessThan(9);
});
