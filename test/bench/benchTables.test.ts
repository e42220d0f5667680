import { expect, test } from 'vitest';
import { digits, grouped, tableText, times } from './benchTables.ts';

test('numbers keep three digits, large ones all of them', () => {
  expect([0.00341, 0.5, 7.654, 76.54, 765.4, 7654].map(digits)).toEqual([
    '0.00341',
    '0.500',
    '7.65',
    '76.5',
    '765',
    '7654',
  ]);
  expect(times(341.2)).toBe('341×');
  expect([999, 1000, 44_367_872].map(grouped)).toEqual(['999', '1 000', '44 367 872']);
});

test('cells are aligned to the right, under their heads', () => {
  const rows = [{ title: 'tfjs', cells: ['1.50', '12.0×'] }];
  const [head = '', row = ''] = tableText({ title: 'steps', heads: ['µs', 'ratio'], rows }).split(
    '\n',
  );
  expect(head).toHaveLength(row.length);
  expect(row.indexOf('1.50') + 4).toBe(head.indexOf('µs') + 2);
  expect(row.endsWith('12.0×')).toBe(true);
});
