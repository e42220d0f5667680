import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Refusal } from '../../../src/state/entry/refusal.svelte.ts';
import NumberField from '../../../src/views/controls/NumberField.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountField() {
  const taken: number[] = [];
  const refusal = new Refusal(() => 0.01);
  const view = mountView(NumberField, {
    name: 'rate',
    value: 0.01,
    range: { min: 0, max: 1 },
    onchange: (value: number) => {
      taken.push(value);
      view.props.value = value;
    },
    refusal,
    describedBy: 'problem',
  });
  return { taken, refusal, field: view.within.getByRole('textbox', { name: 'rate' }) };
}

it('takes a number when it is entered, not while it is typed; a decimal comma too', async () => {
  const { taken, field } = mountField();
  await field.fill('0,5');
  expect(taken).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(taken).toEqual([0.5]);
  await expect.element(field).toHaveValue('0.5');
});

it('gives up what was typed at Escape', async () => {
  const { taken, field } = mountField();
  await field.fill('0.7');
  await userEvent.keyboard('{Escape}{Enter}');
  expect(taken).toEqual([]);
  await expect.element(field).toHaveValue('0.01');
});

it('is invalid and described after a refusal, until something else is typed', async () => {
  const { taken, refusal, field } = mountField();
  await field.fill('fast');
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toBeInvalid();
  await expect.element(field).toHaveAttribute('aria-describedby', 'problem');
  expect(refusal.sentence).not.toBe('');
  await field.fill('0');
  await expect.element(field).toBeValid();
  await expect.element(field).not.toHaveAttribute('aria-describedby');
  expect(taken).toEqual([]);
});
