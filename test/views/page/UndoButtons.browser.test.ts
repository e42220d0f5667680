import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import UndoButtons from '../../../src/views/page/UndoButtons.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

it('undoes and redoes changes of the settings, and keeps the focus where there is none', async () => {
  const { experiment } = steeredExperiment();
  const { history, network } = experiment;
  const { within } = mountView(UndoButtons, {
    history,
    onundo: () => experiment.undo(),
    onredo: () => experiment.redo(),
  });
  const undo = within.getByRole('button', { name: /^undo/ });
  const redo = within.getByRole('button', { name: /^redo/ });
  await expect.element(undo).toHaveAttribute('aria-disabled', 'true');
  network.setLayerCount(2);
  network.setLayerCount(3);
  const layers = () => network.specification.hidden.length;
  await undo.click();
  expect(layers()).toBe(2);
  expect(experiment.announcer.said.sentence).toBe(
    'Undone. 2 hidden layers of 20, 20 units. New network, ready.',
  );
  await undo.click();
  (undo.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(layers()).toBe(1);
  expect(document.activeElement).toBe(undo.element());
  await redo.click();
  expect(layers()).toBe(2);
  await expect.element(undo).toHaveAttribute('aria-disabled', 'false');
});
