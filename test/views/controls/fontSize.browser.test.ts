import { expect, it } from 'vitest';
import { fontSize } from '../../../src/views/controls/fontSize.svelte.ts';

it('tells the font size in pixels, and again whenever it changes', async () => {
  const outer = document.createElement('div');
  const inner = outer.appendChild(document.createElement('p'));
  document.body.append(outer);
  outer.style.fontSize = '20px';
  inner.style.fontSize = '0.8em';
  const told: number[] = [];
  const stop = fontSize((pixels) => told.push(pixels))(inner);
  expect(told).toEqual([16]);
  outer.style.fontSize = '30px';
  await expect.poll(() => told.at(-1)).toBe(24);
  expect(inner.children.length).toBe(1);
  if (stop) stop();
  expect(inner.children.length).toBe(0);
  outer.remove();
});
