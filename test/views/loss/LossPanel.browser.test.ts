import { expect, it } from 'vitest';
import type { Locator } from 'vitest/browser';
import { LossCursor } from '../../../src/state/run/lossCursor.svelte.ts';
import LossPanel from '../../../src/views/loss/LossPanel.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { lossAt } from '../../support/sessionDouble.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function mountPanel() {
  const { session, experiment } = steeredExperiment();
  const { run, display } = experiment;
  const cursor = new LossCursor(run.state.curve);
  const { within } = mountView(LossPanel, { run, cursor, display });
  return { session, experiment, panel: within.getByRole('region', { name: 'Loss' }) };
}

/** The chart, which is loaded late. */
async function chartOf(panel: Locator) {
  const chart = panel.getByRole('application');
  await expect.element(chart).toBeVisible();
  return chart.element();
}

it('switches the axis', async () => {
  const { experiment, panel } = mountPanel();
  await panel.getByRole('checkbox', { name: /logarithmic/ }).click();
  expect(experiment.display.settings.logarithmicLoss).toBe(true);
  await expect.element(panel.getByRole('checkbox')).toBeChecked();
});

it('shows the chart as far as the planned epochs', async () => {
  const { session, experiment, panel } = mountPanel();
  session.frame({ lossPoints: [lossAt(0, 0.7), lossAt(15, 0.4)] });
  const chart = await chartOf(panel);
  /** The share of the chart's width that the curve takes. */
  const share = () => {
    const curve = chart.querySelector('g[aria-label="line"]')?.getBoundingClientRect();
    return (curve?.width ?? 0) / chart.getBoundingClientRect().width;
  };
  await expect.poll(share).toBeGreaterThan(0.3);
  expect(share()).toBeLessThan(0.5);
  // The same 15 epochs of a longer plan.
  experiment.training.setStopping({ epochs: 900 });
  await expect.poll(share).toBeLessThan(0.05);
  experiment.training.setStopping({ epochs: 15 });
  await expect.poll(share).toBeGreaterThan(0.7);
});

it('has the newest losses below the chart', async () => {
  const { session, panel } = mountPanel();
  session.frame({ lossPoints: [lossAt(3, 0.4, 0.5)] });
  const caption = panel.getByText('epoch 3.0');
  await expect.element(caption).toHaveTextContent(/0\.400.*0\.500/);
  const chart = (await chartOf(panel)).getBoundingClientRect();
  expect(chart.height).toBeGreaterThan(60);
  expect(caption.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(chart.bottom);
});
