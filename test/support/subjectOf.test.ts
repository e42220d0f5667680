import { expect, it } from 'vitest';
import { subjectOf } from './subjectOf.ts';

const sources = ['cli/a.ts', 'views/B.svelte', 'state/run/c.svelte.ts', 'learning/csv/d.ts'];

it.each([
  ['cli/a.test.ts', 'cli/a.ts'],
  ['cli/a.edges.browser.test.ts', 'cli/a.ts'],
  ['views/B.browser.test.ts', 'views/B.svelte'],
  ['state/run/c.svelte.browser.test.ts', 'state/run/c.svelte.ts'],
  ['learning/csv.test.ts', 'learning/csv'],
])('%s tests %s', (test, source) => {
  expect(subjectOf(test, sources)).toBe(source);
});

it.each(['cli/b.test.ts', 'state/c.test.ts', 'learning/cs.test.ts'])('%s tests nothing', (test) => {
  expect(subjectOf(test, sources)).toBeUndefined();
});
