import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { datasetChoices } from '../../../src/state/experiment/choices.ts';
import { datasetNamed } from '../../../src/learning/datasets/datasets.ts';
import DatasetPicker from '../../../src/views/data/DatasetPicker.svelte';
import { colourOf, mountView } from '../../support/mountView.svelte.ts';

function mountPicker(value: string) {
  const chosen: string[] = [];
  const onchange = (name: string) => void chosen.push(name);
  const view = mountView(DatasetPicker, { value, onchange });
  const group = view.within.getByRole('radiogroup', { name: 'data set' });
  return { ...view, chosen, group };
}

it('offers all data sets by name, and shows which one is chosen', async () => {
  const { props, group } = mountPicker('moon');
  await expect
    .element(group.getByRole('radio', { checked: true }))
    .toHaveAttribute('value', 'moon');
  for (const { label } of datasetChoices) {
    await expect.element(group.getByRole('radio', { name: label })).toBeVisible();
  }
  props.value = 'saturn';
  await expect.element(group.getByRole('radio', { name: 'Saturn' })).toBeChecked();
});

it('has none chosen where the samples are no recipe', async () => {
  const { group } = mountPicker('');
  await expect.element(group).toBeVisible();
  expect(group.getByRole('radio', { checked: true }).elements()).toEqual([]);
});

it('hands on the name of what is clicked, and of the next one by arrow key', async () => {
  const { chosen, group } = mountPicker('linear');
  await group.getByRole('radio', { name: 'Moon' }).click();
  await userEvent.keyboard('{ArrowLeft}');
  expect(chosen).toEqual(['moon', 'linear']);
});

it('draws each in the colours of its classes', () => {
  const { root } = mountPicker('linear');
  const pictures = [...root.querySelectorAll('label')].map((label) => {
    const paths = [...label.querySelectorAll('path')].filter((path) => path.getBBox().width > 10);
    return paths.map((path) => getComputedStyle(path).fill);
  });
  const colours = ['--red', '--blue', '--orange', '--purple'].map((token) => colourOf(root, token));
  expect(pictures).toEqual(
    datasetChoices.map(({ name }) => colours.slice(0, datasetNamed(name).classes)),
  );
});
