import { expect, it } from 'vitest';
import { ProgressBar } from '../../src/cli/progressBar.ts';

function drawn() {
  let text = '';
  let now = 0;
  const bar = new ProgressBar(
    (part) => (text += part),
    () => now,
  );
  return { bar, text: () => text, at: (time: number) => (now = time) };
}

it('redraws its line at most ten times a second', () => {
  const { bar, text, at } = drawn();
  bar.show(150, 600, 30);
  at(99);
  bar.show(200, 600, 30);
  at(100);
  bar.show(600, 600, 30);
  bar.clear();
  expect(text().split('\r\x1b[2K')).toEqual([
    '',
    `Running iteration #150  ${'█'.repeat(6)}${'░'.repeat(18)}  epoch 8 of 30`,
    `Running iteration #600  ${'█'.repeat(24)}  epoch 30 of 30`,
    '',
  ]);
});

it('draws nothing if nothing was shown, or if lines cannot be redrawn', () => {
  const { bar, text } = drawn();
  bar.clear();
  expect(text()).toBe('');
  const blind = new ProgressBar(undefined, () => 0);
  expect(() => {
    blind.show(1, 2, 3);
    blind.clear();
  }).not.toThrow();
});
