import { expect, it } from 'vitest';
import type { Point } from '../../../src/learning/datasets/dataset.ts';
import ChallengeLine from '../../../src/views/challenges/ChallengeLine.svelte';
import { mapStorage } from '../../support/mapStorage.ts';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

it('asks one question at a time, each a link to the experiment with which it begins', async () => {
  const { experiment } = steeredExperiment();
  const { within } = mountView(ChallengeLine, { experiment, storage: undefined });
  await expect.element(within.getByRole('region', { name: 'Challenge 1 of 12' })).toBeVisible();
  await expect
    .element(within.getByRole('link', { name: 'Can a straight line do it?' }))
    .toHaveAttribute('href', '#data=moon&hidden=none');
  await within.getByRole('button', { name: 'the next challenge' }).click();
  await expect.element(within.getByRole('region', { name: 'Challenge 2 of 12' })).toBeVisible();
  await within.getByRole('button', { name: 'the challenge before' }).click();
  await within.getByRole('button', { name: 'the challenge before' }).click();
  await expect.element(within.getByRole('region', { name: 'Challenge 12 of 12' })).toBeVisible();
});

it('says when a goal is reached, remembers it, and goes on with the next one', async () => {
  const storage = mapStorage();
  const { experiment, show } = steeredExperiment();
  const { within } = mountView(ChallengeLine, { experiment, storage });
  experiment.samples.chooseRecipe('moon');
  await show(nearestMoon);
  await show(() => [0.5, 0.5]);
  await within.getByRole('link', { name: 'Can a straight line do it?' }).click();
  // Nobody had taken the question on when it was answered, and now it is not.
  expect(storage.texts.size).toBe(0);
  await show(nearestMoon);
  await expect.element(within.getByText('Reached.')).toBeVisible();
  expect(experiment.announcer.said.sentence).toMatch(/^Reached\. Without hidden layers/);
  expect([...storage.texts]).toEqual([['edgewise-challenge-line', 'reached']]);
  const again = mountView(ChallengeLine, { experiment, storage });
  await expect
    .element(again.within.getByRole('region', { name: 'Challenge 2 of 12' }))
    .toBeVisible();
});

/** What a network predicts that knows the moons. */
function nearestMoon({ x, y }: Point): readonly number[] {
  return Math.min(...arc(x, y, 0)) < Math.min(...arc(x, y, 1)) ? [1, 0] : [0, 1];
}

/** Distances of a place from points of a moon. */
function arc(x: number, y: number, label: number): number[] {
  return Array.from({ length: 40 }, (_, i) => {
    const angle = (Math.PI * i) / 39;
    const moon =
      label === 0
        ? [Math.cos(angle), Math.sin(angle)]
        : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return Math.hypot(x - (moon[0] ?? 0), y - (moon[1] ?? 0));
  });
}
