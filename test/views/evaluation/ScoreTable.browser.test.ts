import { expect, it } from 'vitest';
import ScoreTable from '../../../src/views/evaluation/ScoreTable.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

function mountTable() {
  const steered = steeredExperiment();
  const { samples, evaluation, decision, display } = steered.experiment;
  const {
    name,
    kind,
    samples: own,
  } = ownSamples([
    [0, 0, 0],
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 1],
  ]);
  const nothing = { points: new Float32Array(), labels: new Uint8Array() };
  samples.use({ name, kind, samples: { training: own.training, evaluation: nothing } });
  const { positiveClass } = decision;
  const view = mountView(ScoreTable, { evaluation, display, positiveClass });
  /** Of the training and the evaluation set. */
  const scores = (metric: RegExp) => {
    const headers = view.within.getByRole('rowheader', { name: metric }).elements();
    return headers.flatMap((header) => {
      return [...(header.parentElement?.querySelectorAll('td') ?? [])].map(
        (cell) => cell.innerText,
      );
    });
  };
  return { ...steered, ...view, scores };
}

/** Three of four are right: one red sample is predicted blue. */
const byX = ({ x }: { x: number }) => (x === 1 ? [0.25, 0.75] : [0.5, 0.5 - 1e-6]);

it('has the scores of each set, and a dash where there is none', async () => {
  const { show, scores } = mountTable();
  expect(scores(/^log loss/)).toEqual(['–', '–']);
  await show(byX);
  // −(ln ½ + ln ½ + ln ¼ + ln ¾)/4, to three decimals
  await expect.poll(() => scores(/^log loss/)).toEqual(['0.765', '–']);
});

it('scores the positive class, or the mean of all', async () => {
  const { experiment, props, within, show, scores } = mountTable();
  await show(byX);
  await expect.poll(() => scores(/^precision/)).toEqual(['0.500', '–']);
  expect(scores(/^recall/)).toEqual(['1.000', '–']);
  expect(scores(/^F1/)).toEqual(['0.667', '–']);
  experiment.decision.set({ positiveClass: 0 });
  props.positiveClass = 0;
  await expect.poll(() => scores(/^precision/)).toEqual(['1.000', '–']);
  expect(scores(/^recall/)).toEqual(['0.667', '–']);
  await within.getByRole('radio', { name: 'macro average' }).click();
  expect(experiment.display.settings.macroScores).toBe(true);
  await expect.poll(() => scores(/^precision/)).toEqual(['0.750', '–']);
  await within.getByRole('radio', { name: 'red' }).click();
  expect(experiment.display.settings.macroScores).toBe(false);
});
