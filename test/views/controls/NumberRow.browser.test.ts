import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import NumberRow from '../../../src/views/controls/NumberRow.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountRow() {
  const taken: number[] = [];
  const { root, within } = mountView(NumberRow, {
    name: 'units',
    value: 20,
    range: { min: 1, max: 64, integer: true },
    onchange: (value: number) => void taken.push(value),
  });
  const field = within.getByRole('textbox', { name: 'units' });
  const enter = async (text: string) => {
    await field.fill(text);
    await userEvent.keyboard('{Enter}');
  };
  return { root, within, taken, field, enter };
}

it('hands on a number in range', async () => {
  const { root, taken, field, enter } = mountRow();
  await enter('8');
  expect(taken).toEqual([8]);
  await expect.element(field).toBeValid();
  expect(root.querySelector('[role=alert]')?.textContent).toBe('');
});

it('refuses another one with range and value, and shows the old number again', async () => {
  const { within, taken, field, enter } = mountRow();
  await enter('99');
  expect(taken).toEqual([]);
  await expect.element(field).toHaveValue('20');
  await expect.element(field).toBeInvalid();
  const sentence = 'units: expected a whole number from 1 to 64, got "99". It stays 20.';
  await expect.element(within.getByRole('alert')).toHaveTextContent(sentence);
  await expect.element(field).toHaveAccessibleDescription(sentence);
});

it('has its name beside it, which puts the focus into the field', async () => {
  const { within, field } = mountRow();
  await within.getByText('units').click();
  await expect.element(field).toHaveFocus();
});
