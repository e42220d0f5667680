import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import Stepper from '../../../src/views/controls/Stepper.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountStepper(value: number) {
  const view = mountView(Stepper, {
    name: 'hidden layers',
    value,
    range: { min: 0, max: 4, integer: true },
    unit: 'layer',
    onchange: (count: number) => (view.props.value = count),
  });
  const { within } = view;
  return {
    ...view,
    less: within.getByRole('button', { name: 'one layer less' }),
    more: within.getByRole('button', { name: 'one layer more' }),
    field: within.getByRole('textbox', { name: 'hidden layers' }),
  };
}

it('takes one more, one less, and a number that is typed', async () => {
  const { props, less, more, field } = mountStepper(2);
  await more.click();
  expect(props.value).toBe(3);
  await less.click();
  await less.click();
  expect(props.value).toBe(1);
  await field.fill('4');
  await userEvent.keyboard('{Enter}');
  expect(props.value).toBe(4);
});

it('goes no further than its range', async () => {
  const { props, less, more } = mountStepper(4);
  await expect.element(more).toBeDisabled();
  await expect.element(less).toBeEnabled();
  props.value = 0;
  await expect.element(less).toBeDisabled();
  await expect.element(more).toBeEnabled();
});
