import { expect, test } from 'vitest';
import { articleRecipe } from '../../../src/learning/configuration.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';

test('the sets have the sizes asked for and share no sample', () => {
  const { training, evaluation } = makeSampleSets(articleRecipe);
  expect(training.labels.length).toBe(1000);
  expect(evaluation.labels.length).toBe(200);
  const seen = new Set(pairs(training.points));
  expect(pairs(evaluation.points).filter((pair) => seen.has(pair))).toEqual([]);
});

test('the seed decides the samples', () => {
  const choice = { set: 'moon', training: 50, evaluation: 20, seed: 1 };
  expect(makeSampleSets(choice)).toEqual(makeSampleSets(choice));
  expect(makeSampleSets({ ...choice, seed: 2 })).not.toEqual(makeSampleSets(choice));
});

test('the size of one set does not change the other', () => {
  const choice = { set: 'saturn', training: 50, evaluation: 20, seed: 1 };
  const { evaluation } = makeSampleSets({ ...choice, training: 500 });
  expect(evaluation).toEqual(makeSampleSets(choice).evaluation);
});

function pairs(points: Float32Array): string[] {
  return Array.from(
    { length: points.length / 2 },
    (_, i) => `${points[2 * i]},${points[2 * i + 1]}`,
  );
}
