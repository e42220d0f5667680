import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import EngineBadge from '../../../src/views/run/EngineBadge.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountBadge() {
  const { session, experiment } = steeredExperiment();
  const { within } = mountView(EngineBadge, { run: experiment.run });
  const badge = within.getByRole('button', { name: /engine/ });
  return { session, experiment, badge, dialog: within.getByRole('dialog') };
}

it('says which engine runs', async () => {
  const { session, experiment, badge } = mountBadge();
  session.deliver({ kind: 'engine', engine: 'webgl', reason: 'It is here.' });
  const { title } = experiment.run.engine;
  expect(title).not.toBe('');
  await expect.element(badge).toHaveTextContent(title);
});

it('says how fast it is while it trains, and only then', async () => {
  const { session, badge } = mountBadge();
  session.phase('training');
  session.frame({ stepsPerSecond: 1240 });
  await expect.element(badge).toHaveTextContent(/1.240 steps\/s/);
  session.phase('paused');
  await expect.element(badge).not.toHaveTextContent('steps/s');
});

it('opens the choice of engines, and closes it', async () => {
  const { badge, dialog } = mountBadge();
  await badge.click();
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => dialog.elements()).toEqual([]);
  await expect.element(badge).toHaveFocus();
  await badge.click();
  await expect.element(dialog).toBeVisible();
});
