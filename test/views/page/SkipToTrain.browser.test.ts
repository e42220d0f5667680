import { expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import SkipToTrain from '../../../src/views/page/SkipToTrain.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('is seen by who comes with the keyboard, and leads to the button that trains', async () => {
  const { root, within } = mountView(SkipToTrain, {});
  const train = document.createElement('button');
  train.className = 'go';
  root.append(train);
  onTestFinished(() => train.remove());
  await userEvent.tab();
  const skip = within.getByRole('button', { name: 'Go to Train' });
  expect(document.activeElement).toBe(skip.element());
  expect(getComputedStyle(skip.element()).clipPath).toBe('none');
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(train);
  expect(getComputedStyle(skip.element()).clipPath).not.toBe('none');
});
