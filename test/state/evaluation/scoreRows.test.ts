import { expect, test } from 'vitest';
import { metrics } from '../../../src/learning/evaluation/metrics.ts';
import { scoreRows } from '../../../src/state/evaluation/scoreRows.ts';

test('every metric but those shown on request has its row, once', () => {
  const { accuracy, single, ofClass } = scoreRows;
  const rows = [accuracy, ...single, ...ofClass].map(({ name }) => name);
  const expected = metrics.filter(({ shown }) => shown !== 'more').map(({ name }) => name);
  expect(rows.sort()).toEqual(expected.sort());
});
