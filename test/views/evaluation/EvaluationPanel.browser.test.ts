import { expect, it } from 'vitest';
import EvaluationPanel from '../../../src/views/evaluation/EvaluationPanel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPanel() {
  const steered = steeredExperiment();
  const { evaluation, decision, display, run } = steered.experiment;
  const props = {
    ...{ evaluation, decision, display },
    onsave: () => run.model(),
    onproblem: () => undefined,
  };
  const { within } = mountView(EvaluationPanel, props);
  return { ...steered, panel: within.getByRole('region', { name: 'Evaluation' }) };
}

it('has statistics to copy once there is a frame, with the notes on them', async () => {
  const { experiment, show, panel } = mountPanel();
  const copy = panel.getByRole('button', { name: /Copy/ });
  await expect.element(copy).toBeDisabled();
  await show(() => [1, 0]);
  await expect.element(copy).toBeEnabled();
  const [note = 'no note'] = experiment.evaluation.notes;
  await expect.element(panel.getByText(note)).toBeVisible();
});

it('scores by the decision that is made in it', async () => {
  const { show, panel } = mountPanel();
  await show(() => [1, 0]);
  const recall = panel.getByRole('row').filter({ hasText: /^recall/ });
  await expect.element(recall).toHaveTextContent(/0\.000/);
  await panel
    .getByRole('radiogroup', { name: 'positive class' })
    .getByRole('radio', { name: 'red' })
    .click();
  await expect.element(recall).toHaveTextContent(/1\.000/);
});
