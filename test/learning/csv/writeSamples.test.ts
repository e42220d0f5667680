import { expect, test } from 'vitest';
import { writeSamples } from '../../../src/learning/csv/writeSamples.ts';

test('a row a sample, the shortest decimals that read back the same, a final line end', () => {
  const samples = {
    points: new Float32Array([0.1, -0.25, 1 / 3, 16777216, 1e-10, -0]),
    labels: new Uint8Array([1, 0, 9]),
  };
  expect(writeSamples(samples)).toBe('1,0.1,-0.25\n0,0.33333334,16777216\n9,1e-10,-0\n');
});

test('no samples are an empty text', () => {
  expect(writeSamples({ points: new Float32Array(0), labels: new Uint8Array(0) })).toBe('');
});
