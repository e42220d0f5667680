import { expect, it } from 'vitest';
import {
  countGoals,
  progressWords,
  readProgress,
  writeProgress,
} from '../../../src/state/notebook/progress.ts';
import { mapStorage } from '../../support/mapStorage.ts';

it('keeps how far a reader is', () => {
  const shelf = mapStorage();
  writeProgress(shelf, 'units', { cell: 3, goals: [8, 16] });
  expect(readProgress(shelf, 'units')).toEqual({ cell: 3, goals: [8, 16] });
  expect(readProgress(shelf, 'other')).toEqual({ goals: [] });
  expect(readProgress(undefined, 'units')).toEqual({ goals: [] });
});

it.each(['{', 'null', '{"cell":"3","goals":{}}', '{"goals":["x"]}'])(
  'takes what is damaged for nothing: %s',
  (text) => {
    const shelf = mapStorage();
    shelf.setItem('edgewise-progress-units', text);
    expect(readProgress(shelf, 'units')).toEqual({ goals: [] });
  },
);

it('says how far the reader is', () => {
  const notebook = { goals: countGoals('> **Your goal:** a\n**Your goal:** b'), cells: 17 };
  expect(progressWords({ goals: [] }, notebook)).toBe('');
  expect(progressWords({ cell: 8, goals: [3] }, notebook)).toBe(
    '1 of 2 goals reached, read to cell 8 of 17',
  );
});
