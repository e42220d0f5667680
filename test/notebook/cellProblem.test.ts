import { expect, it } from 'vitest';
import { cellProblem } from '../../src/notebook/cellProblem.ts';

const place = { id: 2, linesAbove: new Map([[7, 3]]) };

function withStack(error: Error, stack: string): Error {
  error.stack = stack;
  return error;
}

it('names the cell and the line of a syntax error', () => {
  expect(cellProblem(new SyntaxError('Unexpected token (4:11)'), place)).toBe(
    'Cell 2, line 4: Unexpected token.',
  );
});

it('names the cell in which an error was thrown, and its line', () => {
  const error = withStack(new Error('no such thing'), 'Error\n    at eval (cell-7.js:5:9)');
  expect(cellProblem(error, place)).toBe('Cell 7, line 2: no such thing.');
});

it('names only the cell where the line is not known', () => {
  const elsewhere = withStack(new Error('lost'), 'Error\n    at cell-9.js:5:9');
  expect(cellProblem(elsewhere, place)).toBe('Cell 2: lost.');
  expect(cellProblem('a text', place)).toBe('Cell 2: a text.');
  expect(cellProblem(withStack(new TypeError(''), ''), place)).toBe('Cell 2: TypeError.');
});

it('leaves a sentence as it is', () => {
  expect(cellProblem(new Error('Is it?'), { ...place, linesAbove: new Map() })).toBe(
    'Cell 2: Is it?',
  );
});
