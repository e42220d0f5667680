import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSamples, SampleReader } from '../../src/learning/csv/readSamples.ts';
import { listedFaults, SampleFileError } from '../../src/learning/csv/sampleFileError.ts';
import type { SampleTable } from '../../src/learning/csv/sampleTable.ts';
import { fuzz } from '../support/fuzz.ts';
import { hostileText, machineWords, showable } from '../support/hostile.ts';

const field = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '9',
    '10',
    '-1',
    '.5',
    '1e38',
    '1e39',
    '"0,5"',
    '"1',
    'label',
    'x',
    'y',
  ),
  fc.double().map(String),
  hostileText,
);
const line = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.nat(9), fc.float(), fc.float()).map((row) => row.join()) },
  fc.constantFrom('', ' ', 'label,x,y', 'y,label,x', 'X,Y,Label', `0,1,${'1'.repeat(3000)}`),
  fc
    .tuple(fc.array(field, { maxLength: 5 }), fc.constantFrom(',', ';', '\t', ' ', ', '))
    .map(([fields, mark]) => fields.join(mark)),
);
const file = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 15 })
  .map((lines) => lines.flat().join(''));

/** A text and the lengths of the pieces in which it comes. */
const cutFile = fc.record({ text: file, lengths: fc.array(fc.nat(40), { minLength: 1 }) });

type Outcome = SampleTable | SampleFileError;

/** Passes on every error but a SampleFileError. */
function outcomeOf(read: () => SampleTable): Outcome {
  try {
    return read();
  } catch (error) {
    if (error instanceof SampleFileError) return error;
    throw error;
  }
}

function readPieces(text: string, lengths: readonly number[]): SampleTable {
  const reader = new SampleReader('samples.csv');
  let start = 0;
  for (const length of lengths) {
    reader.push(text.slice(start, start + length));
    start += length;
  }
  reader.push(text.slice(start));
  return reader.end();
}

function expectSound(text: string): Outcome {
  const outcome = outcomeOf(() => readSamples(text, 'samples.csv'));
  if (outcome instanceof SampleFileError) expectTrue(outcome, text);
  else expectSamples(outcome);
  return outcome;
}

function expectSamples({ points, labels, classNames }: SampleTable): void {
  expect(labels.length).toBeGreaterThan(0);
  expect(points.length).toBe(2 * labels.length);
  expect(points.every((value) => Number.isFinite(Math.fround(value)))).toBe(true);
  expect(new Set(classNames).size).toBe(classNames.length);
  expect(classNames.length).toBeLessThanOrEqual(10);
  expect(labels.every((label) => label < classNames.length)).toBe(true);
}

/** Each fault names a line of the text; the message is bounded and of the reader's own words. */
function expectTrue({ message, faults }: SampleFileError, text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line } of faults) expect(line).toBeLessThanOrEqual(lines.length);
  const sentences = message.split('\n');
  expect(sentences.length).toBeLessThanOrEqual(listedFaults + 1);
  for (const sentence of sentences) {
    expect(sentence).toMatch(showable);
    expect(sentence).not.toMatch(machineWords);
  }
}

describe('a file of samples, whatever it holds,', () => {
  fuzz(
    'gives finite samples or true faults, whole and in pieces',
    { seed: 86, inputs: cutFile },
    ({ text, lengths }) => {
      const outcome = expectSound(text);
      expect(outcomeOf(() => readPieces(text, lengths))).toEqual(outcome);
    },
  );

  it.each([
    ['F11: a title and a cleared screen', '0,1,2\n\u001b]0;owned\u0007\u001b[2J\n'],
    ['F11: other signs of control and direction', '\u009b31m,\u007f\n\u202e0,1,2\u2066\n'],
    ['F11: UTF-16 read as UTF-8', '\ufffd\ufffd0\u0000,\u00001\u0000,\u00002\u0000\n\u0000'],
    ['F6: zeros without an end of line', '\u0000'.repeat(1e6)],
    ['F6: faulty lines without end', '0,1\n'.repeat(100_000)],
    ['F25: semicolons and decimal commas', '0;0,3481;0,1094\n'],
    ['F25: 3e38', '0,3e38,-3e38\n'],
    ['a name of the prototype', '__proto__,constructor,toString\n0,1,2\n'],
  ])('gives finite samples or true faults: %s', (_name, text) => {
    expectSound(text);
  });
});
