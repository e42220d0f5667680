import { expect, it } from 'vitest';
import { nothingFound } from '../../../src/engines/webgl/findings.ts';
import EngineDialog from '../../../src/views/run/EngineDialog.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountDialog() {
  const { session, experiment } = steeredExperiment();
  const { engine } = experiment.run;
  const { within } = mountView(EngineDialog, { engine, open: true, onclose: () => undefined });
  const dialog = within.getByRole('dialog');
  return { session, experiment, dialog, radios: dialog.getByRole('radio') };
}

it('asks for the engine that is chosen, one of all', async () => {
  const { session, experiment, radios } = mountDialog();
  await expect.element(radios.first()).toBeChecked();
  await radios.last().click();
  expect(session.of('changeEngine')).toMatchObject([{ engine: experiment.run.engine.choice }]);
  expect(experiment.run.engine.choice).not.toBe('auto');
  await expect.element(radios.first()).not.toBeChecked();
  experiment.run.engine.choose('auto');
  await expect.element(radios.first()).toBeChecked();
});

it('says why the engine runs that runs, and how its test has ended', async () => {
  const { session, experiment, dialog } = mountDialog();
  session.deliver({ kind: 'engine', engine: 'simd', reason: 'There is no graphics processor.' });
  await expect.element(dialog.getByText('There is no graphics processor.')).toBeVisible();
  const sentence = 'It agrees with the reference.';
  const selfTests = { simd: { passed: true, sentence } };
  experiment.noteFindings({ webgl: nothingFound, selfTests });
  await expect.element(dialog.getByRole('radio', { name: sentence })).toBeVisible();
});
