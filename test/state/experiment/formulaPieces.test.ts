import { expect, test } from 'vitest';
import { updaters } from '../../../src/learning/updaters/updaters.ts';
import { formulaPieces } from '../../../src/state/experiment/formulaPieces.ts';

/** As one would write it in TeX: `β_1^t`. */
const written = (line: string) =>
  formulaPieces(line)
    .map(({ text, below, above }) => text + (below && `_${below}`) + (above && `^${above}`))
    .join('');

test.each([
  ['v ← β₂·v + (1 − β₂)·g²', 'v ← β_2·v + (1 − β_2)·g^2'],
  ['n ← β₁·m / (1 − β₁^(t+1))', 'n ← β_1·m / (1 − β_1^t+1)'],
  ['w ← w − 0.01·g / √(0.9^t + 1e-7)', 'w ← w − 0.01·g / √(0.9^t + 10^−7)'],
  ['2.5e-10', '2.5·10^−10'],
])('%s has real subscripts, superscripts and powers of ten', (line, expected) => {
  expect(written(line)).toBe(expected);
});

test('variables are letters, words are not', () => {
  const kinds = formulaPieces('u ← max(β₂·u, 0.5)').map(({ kind, text }) => [kind, text]);
  expect(kinds).toEqual([
    ['letter', 'u'],
    ['sign', ' ← max('],
    ['letter', 'β'],
    ['sign', '·'],
    ['letter', 'u'],
    ['sign', ', '],
    ['number', '0.5'],
    ['sign', ')'],
  ]);
});

test.each(updaters)('no letter or digit of $name is lost', ({ formula }) => {
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\^()_]/g, '');
  for (const line of formula) expect(plain(written(line))).toBe(plain(line));
});
