import { expect, it } from 'vitest';
import Accuracies from '../../../src/views/evaluation/Accuracies.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('names the accuracy on each set', async () => {
  const { root, props } = mountView(Accuracies, { now: { training: 0.5, evaluation: NaN } });
  const texts = () => [...root.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
  expect(texts()).toEqual(['training accuracy', '0.500', 'evaluation accuracy', '–']);
  props.now = { training: 0.958, evaluation: 1 };
  await expect.poll(texts).toEqual(['training accuracy', '0.958', 'evaluation accuracy', '1.000']);
});
