import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Hyperparameters } from '../../../src/learning/hyperparameter.ts';
import HyperparameterRow from '../../../src/views/updater/HyperparameterRow.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountRow(values: Hyperparameters, range: { min: number; max: number }) {
  const taken: Hyperparameters[] = [];
  const { within } = mountView(HyperparameterRow, {
    hyperparameter: { name: 'momentum', label: 'momentum μ', meaning: '', default: 0.1, ...range },
    values,
    onchange: (changed: Hyperparameters) => void taken.push(changed),
  });
  const field = within.getByRole('textbox', { name: 'momentum μ' });
  return { taken, field, slider: within.getByRole('slider') };
}

it('shows the default of what has no value, and keeps the other values', async () => {
  const { taken, field } = mountRow({ other: 3 }, { min: 0, max: 1 });
  await expect.element(field).toHaveValue('0.1');
  await field.fill('0.5');
  await userEvent.keyboard('{Enter}');
  expect(taken).toEqual([{ other: 3, momentum: 0.5 }]);
});

it('shows its own value', async () => {
  const { field } = mountRow({ momentum: 0 }, { min: 0, max: 1 });
  await expect.element(field).toHaveValue('0');
});

it('has a logarithmic slider for a range of many decades', async () => {
  const { taken, slider } = mountRow({}, { min: 1e-6, max: 1 });
  slider.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(taken).toEqual([{ momentum: 0.15 }]);
});
