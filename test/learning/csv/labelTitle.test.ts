import { expect, it } from 'vitest';
import { labelTitle, toldClasses } from '../../../src/learning/csv/labelTitle.ts';

it('tells the number of classes, and is read back, also as R writes it', () => {
  for (let count = 2; count <= 10; count++) expect(toldClasses(labelTitle(count))).toBe(count);
  expect(toldClasses('label.of.3')).toBe(3);
});

it('tells nothing otherwise', () => {
  const others = [labelTitle(), 'label of 1', 'label of 11', 'label of x', 'labels of 3'];
  expect(others.map(toldClasses)).toEqual(others.map(() => undefined));
});
