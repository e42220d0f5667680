import { expect, test } from 'vitest';
import { readSamples } from '../../../src/learning/csv/readSamples.ts';
import { columnsOf, withColumn } from '../../../src/state/experiment/fileChoices.ts';

const text = 'a,b,c,d\n0,0.5,1,7\n1,0.25,2,8\n';
const { form } = readSamples(text, 'a.csv');
const columns = columnsOf(form, {});

test('a column that gets another use gives its own to the one that had it', () => {
  expect(columns).toEqual({ label: '1', x: '2', y: '3' });
  expect(withColumn(columns, 'y', '4')).toEqual({ label: '1', columns: ['2', '4'] });
  expect(withColumn(columns, 'label', '3')).toEqual({ label: '3', columns: ['2', '1'] });
  const choice = withColumn(columns, 'label', '3');
  expect(readSamples(text, 'a.csv', { choice }).classNames).toEqual(['1', '2']);
});

test('where nothing was recognised, columns are chosen one after another', () => {
  const none = columnsOf(undefined, {});
  expect(withColumn(none, 'label', '2')).toEqual({ label: '2' });
  const label = columnsOf(undefined, withColumn(none, 'label', '2'));
  expect(withColumn(label, 'x', '1')).toEqual({ label: '2' });
});
