import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import Switch from '../../../src/views/controls/Switch.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountSwitch(fullName = '') {
  const asked: boolean[] = [];
  const onchange = (on: boolean) => void asked.push(on);
  const view = mountView(Switch, {
    name: 'show',
    ...(fullName && { fullName }),
    on: false,
    onchange,
  });
  return { ...view, asked };
}

it('shows whether it is on', async () => {
  const { within, props } = mountSwitch();
  const box = within.getByRole('checkbox', { name: 'show' });
  await expect.element(box).not.toBeChecked();
  props.on = true;
  await expect.element(box).toBeChecked();
});

it('asks for the other state by a click on its words, and by the space bar', async () => {
  const { within, asked } = mountSwitch();
  await within.getByText('show').click();
  await userEvent.keyboard(' ');
  expect(asked).toEqual([true, false]);
});

it('is called by its full name where it has one', async () => {
  const { within } = mountSwitch('show the training samples');
  const box = within.getByRole('checkbox', { name: 'show the training samples', exact: true });
  await expect.element(box).not.toBeChecked();
});
