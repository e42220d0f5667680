import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import Segments from '../../../src/views/controls/Segments.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

const choices = [
  { name: 'training', label: 'training' },
  { name: 'evaluation', label: 'evaluation' },
] as const;

function mountSegments(name: string) {
  const chosen: string[] = [];
  const view = mountView(Segments, {
    name,
    value: 'training',
    choices,
    onchange: (choice: string) => void chosen.push(choice),
  });
  const group = view.within.getByRole('radiogroup', { name });
  return { ...view, chosen, radio: (label: string) => group.getByRole('radio', { name: label }) };
}

it('shows what is chosen', async () => {
  const { radio, props } = mountSegments('matrix of');
  await expect.element(radio('training')).toBeChecked();
  props.value = 'evaluation';
  await expect.element(radio('evaluation')).toBeChecked();
});

it('hands on what is clicked', async () => {
  const { radio, chosen } = mountSegments('matrix of');
  await radio('evaluation').click();
  expect(chosen).toEqual(['evaluation']);
});

it('is one stop for the tab key, within which arrow keys choose', async () => {
  const { chosen } = mountSegments('matrix of');
  await userEvent.keyboard('{Tab}{ArrowRight}');
  expect(chosen).toEqual(['evaluation']);
});

it('leaves other segments of the page alone', async () => {
  const first = mountSegments('matrix of');
  const second = mountSegments('scores of');
  await second.radio('evaluation').click();
  await expect.element(first.radio('training')).toBeChecked();
  expect(first.chosen).toEqual([]);
});
