import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import DataPanel from '../../../src/views/data/DataPanel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPanel() {
  const { session, experiment } = steeredExperiment();
  const { samples, display } = experiment;
  const { within } = mountView(DataPanel, { samples, experiment, display });
  const panel = within.getByRole('region', { name: 'Data' });
  const started = () => session.of('start').at(-1)?.samples;
  return { session, experiment, panel, started };
}

it('begins anew with the data set that is chosen, and with other samples of it', async () => {
  const { panel, started } = mountPanel();
  await panel.getByRole('radio', { name: 'Moon' }).click();
  const first = started();
  expect(first?.training.labels).toHaveLength(2000);
  await panel.getByRole('button', { name: 'New draw' }).click();
  expect(started()?.training.labels).toHaveLength(2000);
  expect(started()?.training.points).not.toEqual(first?.training.points);
});

it('resizes each of the sets', async () => {
  const { panel, started } = mountPanel();
  await panel.getByRole('textbox', { name: 'training' }).fill('400');
  await userEvent.keyboard('{Enter}');
  await panel.getByRole('textbox', { name: 'evaluation' }).fill('50');
  await userEvent.keyboard('{Enter}');
  expect(started()?.training.labels).toHaveLength(400);
  expect(started()?.evaluation.labels).toHaveLength(50);
});

it('shows and hides each of the sets', async () => {
  const { experiment, panel } = mountPanel();
  await panel.getByRole('checkbox', { name: /evaluation/ }).click();
  await panel.getByRole('checkbox', { name: /training/ }).click();
  expect(experiment.display.shownSets).toEqual(['evaluation']);
});

it('scatters the samples by its noise, and brings back what the set wants', async () => {
  const { experiment, panel, started } = mountPanel();
  await panel.getByRole('textbox', { name: 'noise' }).fill('0');
  await userEvent.keyboard('{Enter}');
  expect(new Set(started()?.training.points)).toEqual(new Set(Float32Array.of(0.3, 0.1, 0.7, 0.5)));
  await panel.getByRole('button', { name: 'noise 0.2, as the data set wants it' }).click();
  expect(experiment.samples.recipe?.noise).toBe(0.2);
  expect(panel.getByRole('button', { name: /as the data set wants it/ }).elements()).toEqual([]);
});

it('draws the very same samples again after own ones', async () => {
  const { experiment, panel, started } = mountPanel();
  experiment.samples.set({ noise: 0.1, seed: 9 });
  const drawn = started();
  experiment.samples.use(
    ownSamples([
      [0, 0, 0],
      [1, 1, 1],
    ]),
  );
  await panel.getByRole('button', { name: 'The same draw again' }).click();
  expect(experiment.samples.recipe).toMatchObject({ noise: 0.1, seed: 9 });
  expect(started()).toEqual(drawn);
});

it('counts own samples, which cannot be drawn again, until a data set is chosen', async () => {
  const { experiment, panel } = mountPanel();
  const again = panel.getByRole('button', { name: 'New draw' });
  experiment.samples.use(
    ownSamples([
      [0, 0, 0],
      [1, 1, 1],
      [2, 0, 0],
    ]),
  );
  await expect
    .element(panel.getByLabelText('training samples', { exact: true }))
    .toHaveTextContent(/^3$/);
  expect(again.elements()).toEqual([]);
  expect(panel.getByRole('radio', { checked: true }).elements()).toEqual([]);
  await panel.getByRole('radio', { name: 'Linear' }).click();
  await expect.element(again).toBeVisible();
  await expect.element(panel.getByRole('textbox', { name: 'training' })).toHaveValue('1000');
});
