import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { updaterFormula } from '../../../src/state/experiment/updaterFormula.ts';
import UpdaterDetails from '../../../src/views/updater/UpdaterDetails.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountDetails() {
  const { session, experiment } = steeredExperiment();
  const { training } = experiment;
  const formula = updaterFormula(training.specification, 0.0042);
  const { within, root } = mountView(UpdaterDetails, { training, rate: 0.0042, formula });
  const changed = () => session.of('changeTraining').at(-1);
  return { within, root, formula, changed };
}

it('has the hyperparameters of the schedule that is chosen, and the rate that it gives', async () => {
  const { within, root, changed } = mountDetails();
  expect(root.textContent).not.toContain('0.0042');
  await within.getByRole('combobox', { name: 'schedule' }).selectOptions('step');
  expect(changed()?.training).toMatchObject({ schedule: 'step', scheduleHyperparameters: {} });
  await expect.element(within.getByText('now 0.0042')).toBeVisible();
  const every = within.getByRole('textbox', { name: /every/ });
  await every.fill('7');
  await userEvent.keyboard('{Enter}');
  expect(Object.values(changed()?.training.scheduleHyperparameters ?? {})).toEqual([7]);
});

it('clips the gradient and stops when it is told', async () => {
  const { within, changed } = mountDetails();
  await within.getByRole('textbox', { name: 'largest gradient' }).fill('2');
  await userEvent.keyboard('{Enter}');
  await within.getByRole('textbox', { name: /accuracy/ }).fill('0.95');
  await userEvent.keyboard('{Enter}');
  expect(changed()).toMatchObject({
    training: { clipping: 2 },
    stopping: { accuracy: 0.95, epochs: 30 },
  });
});

it('explains each symbol of the formula', async () => {
  const { within, formula } = mountDetails();
  for (const { symbol, meaning } of formula.symbols) {
    await expect.element(within.getByText(symbol, { exact: true })).toBeVisible();
    await expect.element(within.getByText(meaning, { exact: true }).first()).toBeVisible();
  }
});
