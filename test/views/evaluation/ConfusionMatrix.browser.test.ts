import { expect, it } from 'vitest';
import ConfusionMatrix from '../../../src/views/evaluation/ConfusionMatrix.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

function mountMatrix(rows: Parameters<typeof ownSamples>[0]) {
  const steered = steeredExperiment();
  const { samples, display } = steered.experiment;
  // The training set has one red sample more.
  const { name, kind, samples: own } = ownSamples([...rows, [0, 0.5, 0]]);
  const evaluation = ownSamples(rows).samples.evaluation;
  samples.use({ name, kind, samples: { training: own.training, evaluation } });
  const view = mountView(ConfusionMatrix, { evaluation: steered.experiment.evaluation, display });
  const cells = () => {
    const lines = [...view.root.querySelectorAll('tbody tr')];
    return lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.innerText));
  };
  return { ...steered, ...view, cells };
}

/** Predicted by x alone. */
const two = [
  [0, 0, 0],
  [0, 1, 0],
  [1, 0, 0],
  [1, 1, 1],
] as const;

it('counts two classes, rows actual and columns predicted, for the threshold', async () => {
  const { experiment, show, cells } = mountMatrix(two);
  expect(cells()).toEqual([
    ['–', '–'],
    ['–', '–'],
  ]);
  await show(({ x }) => (x === 1 ? [0.4, 0.6] : [1, 0]));
  await expect.poll(cells).toEqual([
    ['2', '1'],
    ['0', '1'],
  ]);
  experiment.decision.set({ threshold: 0.7 });
  await expect.poll(cells).toEqual([
    ['3', '0'],
    ['1', '0'],
  ]);
});

it('counts three classes, the most probable one predicted', async () => {
  const { show, cells } = mountMatrix([
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 2],
    [2, 1, 0],
  ]);
  await show(({ x }) => [0, 1, 2].map((c) => (c === x ? 0.4 : 0.3)));
  await expect.poll(cells).toEqual([
    ['1', '0', '1'],
    ['0', '1', '0'],
    ['0', '0', '1'],
  ]);
});

it('names the class of each row and column', async () => {
  const { within } = mountMatrix(two);
  await expect.element(within.getByRole('columnheader').first()).toHaveTextContent('predicted red');
  await expect.element(within.getByRole('columnheader').last()).toHaveTextContent('predicted blue');
  await expect.element(within.getByRole('rowheader').first()).toHaveTextContent('is red');
  await expect.element(within.getByRole('rowheader').last()).toHaveTextContent('is blue');
});

it('shows the set that is chosen', async () => {
  const { within, experiment, show, cells } = mountMatrix(two);
  const chosen = within.getByRole('radiogroup');
  await expect.element(chosen.getByRole('radio', { name: 'evaluation' })).toBeChecked();
  await show(() => [1, 0]);
  await expect.poll(() => cells().flat()).toEqual(['3', '0', '1', '0']);
  await chosen.getByRole('radio', { name: 'training' }).click();
  expect(experiment.display.settings.matrixSet).toBe('training');
  await expect.poll(() => cells().flat()).toEqual(['4', '0', '1', '0']);
});
