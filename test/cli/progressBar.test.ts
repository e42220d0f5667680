import { expect, it } from 'vitest';
import { ProgressBar } from '../../src/cli/progressBar.ts';

function drawn(columns = 80) {
  let text = '';
  let now = 0;
  const bar = new ProgressBar({
    draw: (part) => (text += part),
    columns: () => columns,
    now: () => now,
  });
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

it.each([
  [64, `Running iteration #150  ${'█'.repeat(6)}${'░'.repeat(18)}  epoch 8 of 30`],
  [50, `Running iteration #150  ${'█'.repeat(2)}${'░'.repeat(8)}  epoch 8 of 30`],
  [44, `Running iteration #150  █░░░  epoch 8 of 30`],
  [42, 'Running iteration #150  epoch 8 of 30'],
  [37, 'Running iteration #150'],
  [22, 'epoch 8 of 30'],
  [13, ''],
  [1, ''],
])('leaves out what does not fit into %i columns', (columns, line) => {
  const { bar, text } = drawn(columns);
  bar.show(150, 600, 30);
  expect(text()).toBe(`\r\x1b[2K${line}`);
});

it('never fills the last column, where a line would break', () => {
  for (let columns = 1; columns <= 120; columns++) {
    const { bar, text } = drawn(columns);
    bar.show(123_456, 1_000_000, 30_000);
    const line = text().replace('\r\x1b[2K', '');
    expect(line.length, `${columns} columns`).toBeLessThan(columns);
  }
});

it('draws nothing if nothing was shown, or if lines cannot be redrawn', () => {
  const { bar, text } = drawn();
  bar.clear();
  expect(text()).toBe('');
  const blind = new ProgressBar({ draw: undefined, columns: () => 80, now: () => 0 });
  expect(() => {
    blind.show(1, 2, 3);
    blind.clear();
  }).not.toThrow();
});
