import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import RecipeDetails from '../../../src/views/data/RecipeDetails.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountDetails() {
  const { session, experiment } = steeredExperiment();
  const { samples } = experiment;
  const { recipe } = samples;
  if (!recipe) throw new Error('Expected a recipe.');
  const { within } = mountView(RecipeDetails, { samples, recipe });
  const field = (name: string) => within.getByRole('textbox', { name, exact: true });
  const started = () => session.of('start').at(-1)?.samples;
  return { experiment, within, field, started };
}

it('changes each setting of the recipe, and begins anew with what it draws', async () => {
  const { experiment, field, started } = mountDetails();
  const before = started();
  for (const [name, text] of [
    ['share of blue', '0.25'],
    ['wrong labels', '0.1'],
    ['outliers', '0.05'],
    ['seed of the samples', '7'],
  ] as const) {
    await field(name).fill(text);
    await userEvent.keyboard('{Enter}');
  }
  expect(experiment.samples.recipe).toMatchObject({
    ...{ balance: 0.25, labelNoise: 0.1, outliers: 0.05, seed: 7 },
  });
  expect(started()).toEqual(experiment.samples.sets);
  expect(started()).not.toEqual(before);
});

it('divides the samples among the sets, and keeps their number', async () => {
  const { experiment, field } = mountDetails();
  await expect.element(field('for evaluation')).toHaveValue('0.167');
  await field('for evaluation').fill('0.5');
  await userEvent.keyboard('{Enter}');
  expect(experiment.samples.recipe).toMatchObject({ training: 600, evaluation: 600 });
});

it('refuses what is out of range, and says what it expects', async () => {
  const { experiment, within, field } = mountDetails();
  await field('outliers').fill('0.7');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(within.getByRole('alert').filter({ hasText: 'outliers' }))
    .toHaveTextContent('outliers: expected a number from 0 to 0.5, got "0.7". It stays 0.');
  expect(experiment.samples.recipe?.outliers).toBe(0);
});

it('moves by the arrow keys on a slider', async () => {
  const { experiment, within } = mountDetails();
  const slider = within.getByRole('slider', { name: /share of blue/ });
  await expect.element(slider).toHaveAttribute('aria-valuetext', '0.5');
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(experiment.samples.recipe?.balance).toBeGreaterThan(0.5);
});
