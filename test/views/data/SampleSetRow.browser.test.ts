import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import SampleSetRow from '../../../src/views/data/SampleSetRow.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountRow(resizable: boolean) {
  const asked: (number | boolean)[] = [];
  const onresize = resizable ? (size: number) => void asked.push(size) : undefined;
  const onshow = (shown: boolean) => void asked.push(shown);
  const props = { set: 'training', size: 2400, shown: true, onresize, onshow } as const;
  const { within } = mountView(SampleSetRow, props);
  const field = within.getByRole('textbox', { name: 'training' });
  return { within, asked, field };
}

it('asks for another size, within the range of the set', async () => {
  const { asked, field } = mountRow(true);
  await expect.element(field).toHaveValue('2400');
  await field.fill('500');
  await userEvent.keyboard('{Enter}');
  await field.fill('1');
  await userEvent.keyboard('{Enter}');
  expect(asked).toEqual([500]);
  await expect.element(field).toBeInvalid();
});

it('only counts samples whose size cannot be chosen', async () => {
  const { within, field } = mountRow(false);
  await expect
    .element(within.getByLabelText('training samples', { exact: true }))
    .toHaveTextContent(/^2.400$/);
  expect(field.elements()).toEqual([]);
});

it('asks to hide the set that is shown', async () => {
  const { within, asked } = mountRow(true);
  const box = within.getByRole('checkbox', { name: /training/ });
  await expect.element(box).toBeChecked();
  await box.click();
  expect(asked).toEqual([false]);
});
