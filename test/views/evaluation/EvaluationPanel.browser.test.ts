import type { ComponentProps } from 'svelte';
import { expect, it } from 'vitest';
import EvaluationPanel from '../../../src/views/evaluation/EvaluationPanel.svelte';
import { content } from '../../support/content.svelte.ts';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPanel() {
  const steered = steeredExperiment();
  const { evaluation, decision, display, run } = steered.experiment;
  const props: ComponentProps<typeof EvaluationPanel> = {
    ...{ evaluation, decision, display },
    onsave: () => run.model(),
    onproblem: () => undefined,
  };
  const { within, props: live } = mountView(EvaluationPanel, props);
  const more = () => within.getByText('More').click();
  return {
    within,
    ...steered,
    more,
    props: live,
    panel: within.getByRole('region', { name: 'Evaluation' }),
  };
}

it('has statistics to copy once there is a frame, with the notes on them', async () => {
  const { experiment, show, more, panel } = mountPanel();
  const copy = panel.getByRole('button', { name: /Copy/ });
  await expect.element(copy).toBeDisabled();
  await show(() => [1, 0]);
  await expect.element(copy).toBeEnabled();
  const [note = 'no note'] = experiment.evaluation.notes;
  await expect.element(panel.getByText(note)).not.toBeVisible();
  await more();
  await expect.element(panel.getByText(note)).toBeVisible();
});

it('scores by the decision that is made in it', async () => {
  const { show, more, panel } = mountPanel();
  await more();
  await show(() => [1, 0]);
  const recall = panel.getByRole('row').filter({ hasText: /^recall/ });
  await expect.element(recall).toHaveTextContent(/0\.000/);
  await panel
    .getByRole('radiogroup', { name: 'positive class' })
    .getByRole('radio', { name: 'red' })
    .click();
  await expect.element(recall).toHaveTextContent(/1\.000/);
});

it('has accuracy first, then the loss, then the matrix, and scores on demand', async () => {
  const { experiment, show, more, within, props } = mountPanel();
  props.loss = content('<p>the loss</p>');
  await show(() => [1, 0]);
  const order = () =>
    ['accuracy', 'the loss', 'Confusion matrix', 'threshold', 'MCC']
      .map((text) => within.getByText(text, { exact: true }).first().element())
      .map((element) => element.getBoundingClientRect().top);
  await expect.element(within.getByText('MCC', { exact: true })).not.toBeVisible();
  await more();
  expect(experiment.display.settings.moreScores).toBe(true);
  await expect.element(within.getByText('MCC', { exact: true })).toBeVisible();
  expect(order()).toEqual(order().toSorted((a, b) => a - b));
  experiment.display.set({ moreScores: false });
  await expect.element(within.getByText('MCC', { exact: true })).not.toBeVisible();
});

it('says once that no prediction is a number any more, beside the matrix', async () => {
  const { show, panel } = mountPanel();
  await show(() => [NaN, NaN]);
  const notes = panel.getByText(/finite|never predicted|No sample/);
  await expect.element(notes).toBeVisible();
  expect(notes.elements()).toHaveLength(1);
});
