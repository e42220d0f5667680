import { expect, it } from 'vitest';
import { suggestion } from '../../src/learning/suggestion.ts';

const names = ['eval', 'hidden', 'activation', 'rate', 'l1', 'l2', 'predictions'];

it.each([
  ['hiden', 'hidden'],
  ['hidden-', 'hidden'],
  ['hdiden', 'hidden'],
  ['rte', 'rate'],
  ['l3', 'l1'],
  ['act', 'activation'],
  ['predict', 'predictions'],
])('for "%s" is %s', (given, meant) => {
  expect(suggestion(given, names)).toBe(meant);
});

it.each(['', 'x', 'zzzzzz', 'momentum'])('for "%s" is none', (given) => {
  expect(suggestion(given, names)).toBeUndefined();
});
