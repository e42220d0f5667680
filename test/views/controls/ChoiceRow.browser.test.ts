import { expect, it } from 'vitest';
import ChoiceRow from '../../../src/views/controls/ChoiceRow.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountRow(value: string) {
  const chosen: string[] = [];
  const view = mountView(ChoiceRow, {
    name: 'activation',
    value,
    choices: [
      { name: 'relu', label: 'ReLU' },
      { name: 'tanh', label: 'Tanh' },
    ],
    otherwise: 'per layer',
    onchange: (name: string) => void chosen.push(name),
  });
  return { ...view, chosen, list: view.within.getByRole('combobox', { name: 'activation' }) };
}

it('hands on the name of what is chosen by its label', async () => {
  const { list, chosen } = mountRow('relu');
  await expect.element(list).toHaveDisplayValue('ReLU');
  await list.selectOptions('Tanh');
  expect(chosen).toEqual(['tanh']);
});

it('says otherwise where the value is none of the choices, which cannot be chosen', async () => {
  const { list, props } = mountRow('some of each');
  await expect.element(list).toHaveDisplayValue('per layer');
  await expect.element(list.getByRole('option', { name: 'per layer' })).toBeDisabled();
  props.value = 'tanh';
  await expect.element(list).toHaveDisplayValue('Tanh');
  expect(list.getByRole('option').elements()).toHaveLength(2);
});
