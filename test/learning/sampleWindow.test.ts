import { expect, test } from 'vitest';
import { datasets } from '../../src/learning/datasets/datasets.ts';
import { makeSamples } from '../../src/learning/datasets/makeSamples.ts';
import { createRandom } from '../../src/learning/random.ts';
import { sampleWindow } from '../../src/learning/sampleWindow.ts';
import type { Samples } from '../../src/learning/samples.ts';

const samplesAt = (...points: number[]): Samples => ({
  points: new Float32Array(points),
  labels: new Uint8Array(points.length / 2),
});

test('without samples it is the unit square', () => {
  const unit = { left: 0, right: 1, bottom: 0, top: 1 };
  expect(sampleWindow()).toEqual(unit);
  expect(sampleWindow(samplesAt(), samplesAt())).toEqual(unit);
});

test('worked example: x from −10 to 10 needs 22.4, in steps of 1: 24', () => {
  expect(sampleWindow(samplesAt(-10, -3), samplesAt(10, 3))).toEqual({
    left: -12,
    right: 12,
    bottom: -12,
    top: 12,
  });
});

test('a single sample is in the middle of a window of about 1', () => {
  const window = sampleWindow(samplesAt(3, -2));
  expect(window.left).toBeCloseTo(2.5, 10);
  expect(window.top).toBeCloseTo(-1.5, 10);
});

test.each(datasets)('$name: edges are round numbers', (dataset) => {
  const window = sampleWindow(makeSamples(dataset, 1000, 1));
  for (const edge of Object.values(window)) expect(String(edge).length).toBeLessThanOrEqual(5);
});

test('whatever the samples: all inside with room, square, not much larger than need be', () => {
  const random = createRandom(77);
  for (let round = 0; round < 2000; round++) {
    const scale = 10 ** (8 * random.uniform() - 4);
    const place = scale * 20 * random.normal();
    const values = Array.from({ length: 12 }, () => place + scale * random.normal());
    const samples = samplesAt(...values);
    const { left, right, bottom, top } = sampleWindow(samples);
    const side = right - left;
    expect(Math.abs(top - bottom - side)).toBeLessThan(1e-9 * (side + Math.abs(place)));
    const xs = [...samples.points].filter((_, i) => i % 2 === 0);
    const ys = [...samples.points].filter((_, i) => i % 2 === 1);
    const room = Math.min(
      Math.min(...xs) - left,
      right - Math.max(...xs),
      Math.min(...ys) - bottom,
      top - Math.max(...ys),
    );
    const range = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    expect(room).toBeGreaterThan(0.01 * side);
    expect(side).toBeLessThan(1.45 * range);
  }
});
