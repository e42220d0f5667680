import { expect, it } from 'vitest';
import PlotAxes from '../../../src/views/plot/PlotAxes.svelte';
import { mountView } from '../../support/mountView.svelte.ts';

it('shows the numbers of its window, and those of the next one', async () => {
  const window = { left: -2, right: 2, bottom: -2, top: 2 };
  const { root, props } = mountView(PlotAxes, { window, size: 300, fontSize: 13 });
  const numbers = () => [...root.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(numbers()).toContain('−2.0');
  props.window = { left: 0, right: 4, bottom: 0, top: 4 };
  await expect.poll(numbers).not.toContain('−2.0');
  expect(numbers()).toContain('4.0');
});

it('leaves the pointer to the plot', () => {
  const window = { left: -2, right: 2, bottom: -2, top: 2 };
  const { root } = mountView(PlotAxes, { window, size: 300, fontSize: 13 });
  const { left, top } = root.getBoundingClientRect();
  expect(document.elementFromPoint(left + 150, top + 150)).toBe(root);
});
