import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import Chips from '../../../src/views/controls/Chips.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

function mountChips() {
  const toggled: string[] = [];
  const view = mountView(Chips, {
    name: 'inputs',
    on: ['x', 'sin'],
    choices: [
      { name: 'x', label: 'x' },
      { name: 'square', label: 'x²' },
      { name: 'sin', label: 'sin x' },
    ],
    ontoggle: (name: string) => void toggled.push(name),
  });
  return { ...view, toggled, chips: view.within.getByRole('group', { name: 'inputs' }) };
}

it('shows which are on', async () => {
  const { chips, props } = mountChips();
  const pressed = chips.getByRole('button', { pressed: true });
  await expect.element(pressed.first()).toHaveTextContent('x');
  expect(pressed.elements().map((each) => each.textContent)).toEqual(['x', 'sin x']);
  props.on = ['square'];
  await expect
    .element(chips.getByRole('button', { name: 'x²' }))
    .toHaveAttribute('aria-pressed', 'true');
  expect(pressed.elements()).toHaveLength(1);
});

it('asks to toggle the one that is clicked or entered by key', async () => {
  const { chips, toggled } = mountChips();
  await chips.getByRole('button', { name: 'x²' }).click();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(toggled).toEqual(['square', 'sin']);
});
