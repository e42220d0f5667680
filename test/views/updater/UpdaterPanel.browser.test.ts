import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { updaterNamed } from '../../../src/learning/updaters/updaters.ts';
import { plainNumber } from '../../../src/state/entry/numberEntry.ts';
import UpdaterPanel from '../../../src/views/updater/UpdaterPanel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPanel() {
  const { session, experiment } = steeredExperiment();
  const { training, run } = experiment;
  const { within } = mountView(UpdaterPanel, { training, currentRate: run.currentRate });
  const panel = within.getByRole('region', { name: 'Updater' });
  const field = (name: string) => panel.getByRole('textbox', { name, exact: true });
  const changed = () => session.of('changeTraining').at(-1);
  return { session, experiment, panel, field, changed };
}

it('chooses a rule with its own rate and hyperparameters', async () => {
  const { panel, field, changed } = mountPanel();
  await expect.element(field('momentum μ')).toHaveValue('0.9');
  await panel.getByRole('combobox', { name: 'updater' }).selectOptions('adadelta');
  const { defaultRate: rate, hyperparameters } = updaterNamed('adadelta');
  expect(changed()?.training).toMatchObject({ updater: 'adadelta', rate, hyperparameters: {} });
  for (const { label, default: value } of hyperparameters) {
    await expect.element(field(label)).toHaveValue(plainNumber(value));
  }
  expect(field('momentum μ').elements()).toEqual([]);
});

it('changes rate, hyperparameter, batch and epochs of the run as it is', async () => {
  const { session, field, changed } = mountPanel();
  for (const [name, text] of [
    ['learning rate r', '0.2'],
    ['momentum μ', '0.5'],
    ['batch size', '10'],
    ['epochs', '100'],
  ] as const) {
    await field(name).fill(text);
    await userEvent.keyboard('{Enter}');
  }
  expect(changed()).toMatchObject({
    training: { rate: 0.2, hyperparameters: { momentum: 0.5 }, batchSize: 10 },
    stopping: { epochs: 100 },
  });
  expect(session.of('start')).toHaveLength(1);
});

it('writes the rule with the numbers of the moment', async () => {
  const { panel, field } = mountPanel();
  const formula = panel.getByRole('group').first();
  await expect.element(formula).toHaveTextContent(/μ.*0\.9.*0\.01/);
  await field('momentum μ').fill('0.25');
  await userEvent.keyboard('{Enter}');
  await expect.element(formula).toHaveTextContent('0.25');
});
