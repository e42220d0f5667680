import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSampleReader, readSamples } from '../../../src/learning/csv/readSamples.ts';
import { SampleFileError } from '../../../src/learning/csv/sampleFileError.ts';
import { writeSamples } from '../../../src/learning/csv/writeSamples.ts';

const seed = 20_240_601;
const two = { points: new Float32Array([0.5, -1, 2, 3e-5]), labels: new Uint8Array([0, 1]) };

test.each([
  ['LF', '0,0.5,-1\n1,2,3e-5\n'],
  ['CR LF', '0,0.5,-1\r\n1,2,3e-5\r\n'],
  ['CR', '0,0.5,-1\r1,2,3e-5\r'],
  ['no final line end', '0,0.5,-1\n1,2,3e-5'],
  ['spaces and tabs', '  0 ,\t0.5 , -1\n1 ,2, 3e-5  \n'],
  ['quotes', '"0","0.5","-1"\n "1" , " 2" ,"3e-5"\n'],
  ['a byte order mark', '\uFEFF0,0.5,-1\n1,2,3e-5\n'],
  ['a byte order mark before a quote', '\uFEFF"0",0.5,-1\n1,2,3e-5\n'],
  ['blank lines', '\n\n0,0.5,-1\n  \n1,2,3e-5\n\n'],
  ['other ways to write the numbers', '0.0,.5,-1.\n+1,+2e0,0.3E-4\n'],
  ['decimal commas within quotes, and a true minus', '0,"0,5",−1\n1,"2,0","3,0e-5"\n'],
  ['a header', 'label,x,y\n0,0.5,-1\n1,2,3e-5\n'],
  [
    'a header in quotes and capitals after a blank line',
    '\r\n"Label", X ,"Y"\r\n0,.5,-1\r\n1,2,3e-5',
  ],
  ['a header of another order', 'x,y,label\n0.5,-1,0\n2,3e-5,1\n'],
  ['a header of a third order', 'y,label,x\n-1,0,0.5\n3e-5,1,2\n'],
])('reads %s', (_what, text) => {
  expect(readSamples(text, 'samples.csv')).toEqual(two);
});

test('labels go from 0 to 9', () => {
  const text = Array.from({ length: 10 }, (_, label) => `${label},0,0\n`).join('');
  expect([...readSamples(text, 'ten.csv').labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a fault names file, line, what was expected and what came', () => {
  const text = `${'1,0.5,0.5\n'.repeat(16)}0,abc,1\n1,0.5,0.5\n`;
  expect(messageOf(text)).toBe(
    'samples.csv, line 17: expected 3 numbers "label,x,y", got "0,abc,1"',
  );
});

test.each([
  ['0,1', 'expected 3 numbers "label,x,y", got "0,1"'],
  ['0,1,2,3', 'expected 3 numbers "label,x,y", got "0,1,2,3"'],
  ['0,,1', 'expected 3 numbers "label,x,y", got "0,,1"'],
  [',,', 'expected 3 numbers "label,x,y", got ",,"'],
  ['0,"1,500",2', 'expected 3 numbers "label,x,y", got "0,"1,500",2"'],
  ['0,"1,2', 'expected 3 numbers "label,x,y", got "0,"1,2"'],
  [
    '0;0,3481;0,1094',
    'expected 3 numbers "label,x,y" divided by commas, not by semicolons, got "0;0,3481;0,1094"',
  ],
  ['0\t1\t2', 'expected 3 numbers "label,x,y" divided by commas, not by tabs, got "0\\t1\\t2"'],
  ['0,0x10,1', 'expected 3 numbers "label,x,y", got "0,0x10,1"'],
  ['0,NaN,1', 'expected 3 numbers "label,x,y", got "0,NaN,1"'],
  ['0,1,Infinity', 'expected 3 numbers "label,x,y", got "0,1,Infinity"'],
  ['label,x,z', 'expected 3 numbers "label,x,y", got "label,x,z"'],
  ['0,1e999,1', 'expected finite numbers x and y, within ±3.4e38, got "0,1e999,1"'],
  ['0,1e39,-1e39', 'expected finite numbers x and y, within ±3.4e38, got "0,1e39,-1e39"'],
  ['10,1,1', 'expected a whole number from 0 to 9 as the label, got "10,1,1"'],
  ['-1,1,1', 'expected a whole number from 0 to 9 as the label, got "-1,1,1"'],
  ['0.5,1,1', 'expected a whole number from 0 to 9 as the label, got "0.5,1,1"'],
  [
    '1.00000000001,1,1',
    'expected a whole number from 0 to 9 as the label, got "1.00000000001,1,1"',
  ],
])('refuses %s', (line, problem) => {
  expect(messageOf(`${line}\n`)).toBe(`samples.csv, line 1: ${problem}`);
  expect(messageOf(`0,1,1\r\n\r\n${line}`)).toBe(`samples.csv, line 3: ${problem}`);
});

test('a fault below a header states the order of that header', () => {
  expect(messageOf('x,y,label\n1,2\n')).toBe(
    'samples.csv, line 2: expected 3 numbers "x,y,label", got "1,2"',
  );
});

test('a second header is a fault', () => {
  expect(messageOf('label,x,y\n0,1,1\nlabel,x,y\n')).toContain('line 3: expected 3 numbers');
});

test('ten faults are listed and the others counted', () => {
  const error = errorOf('0,1,1\n' + 'bad\n'.repeat(12));
  const lines = error.message.split('\n');
  expect(lines.length).toBe(11);
  expect(lines[9]).toBe('samples.csv, line 11: expected 3 numbers "label,x,y", got "bad"');
  expect(lines[10]).toBe('and 2 more faulty lines');
  expect(error.faultCount).toBe(12);
  expect(error.faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(messageOf('bad\n'.repeat(11))).toMatch(/\nand 1 more faulty line$/);
  expect(messageOf('bad\n'.repeat(10))).not.toContain('more');
});

test('after a thousand faulty lines no more is looked at', () => {
  const reader = createSampleReader('samples.csv');
  reader.push('bad\n'.repeat(999));
  expect(reader.gaveUp).toBe(false);
  reader.push('bad\n'.repeat(5000));
  expect(reader.gaveUp).toBe(true);
  expect(() => reader.end()).toThrow(/\nand at least 990 more faulty lines$/);
});

test('the name of a file and what it holds cannot act on a terminal', () => {
  const control = '\u001b]0;owned\u0007\u009b2J\u007f\u202e';
  const shown = String.raw`\u001b]0;owned\u0007\u009b2J\u007f\u202e`;
  expect(() => readSamples(control, `${control}.csv`)).toThrow(
    `"${shown}.csv", line 1: expected 3 numbers "label,x,y", got "${shown}"`,
  );
  expect(() => readSamples('', `${control}.csv`)).toThrow(`"${shown}.csv": expected`);
});

test.each(['', '\n\r\n  \n', '\uFEFF', 'label,x,y\n'])('a file without samples: %j', (text) => {
  expect(messageOf(text)).toBe(
    'samples.csv: expected at least one line of 3 numbers "label,x,y", got none',
  );
});

test('an endless line is cut, shown short, and never read as a sample', () => {
  expect(messageOf('x'.repeat(1e6))).toBe(
    `samples.csv, line 1: expected 3 numbers "label,x,y", got "${'x'.repeat(60)}…"`,
  );
  expect(messageOf('0,\u0007,1\n')).toContain('got "0,\\u0007,1"');
  expect(messageOf(`0,1,2${' '.repeat(2000)}3\n`)).toContain('line 1: expected 3 numbers');
  const reader = createSampleReader('samples.csv');
  for (let i = 0; i < 2000; i++) reader.push('0,1,2 ');
  expect(() => reader.end()).toThrow(SampleFileError);
});

test('the same text in any chunks gives the same samples or the same error', () => {
  const snippet = fc.constantFrom(
    ...['0', '1', '7', ',', ',', '.5', '-2', '"', ' ', '\n', '\r', '\r\n', 'x', '\uFEFF'],
    ...['0,1,2\n', '1,"2",3\r\n', 'label,x,y\n', 'y,x,label\r', '1,1e40,1\n'],
  );
  const chunked = fc.array(fc.array(snippet, { maxLength: 6 }).map((parts) => parts.join('')));
  fc.assert(
    fc.property(chunked, (chunks) => {
      const reader = createSampleReader('samples.csv');
      for (const chunk of chunks) reader.push(chunk);
      const whole = chunks.join('');
      const bySign = createSampleReader('samples.csv');
      for (const sign of whole) bySign.push(sign);
      const expected = outcome(() => readSamples(whole, 'samples.csv'));
      expect(outcome(() => reader.end())).toEqual(expected);
      expect(outcome(() => bySign.end())).toEqual(expected);
    }),
    { seed, numRuns: 2000 },
  );
});

test('what is written is read back exactly, for every finite single-precision number', () => {
  const coordinate = fc.float({ noNaN: true, noDefaultInfinity: true });
  const sample = fc.tuple(fc.integer({ min: 0, max: 9 }), coordinate, coordinate);
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 20 }), (rows) => {
      const samples = {
        points: new Float32Array(rows.flatMap(([, x, y]) => [x, y])),
        labels: new Uint8Array(rows.map(([label]) => label)),
      };
      expect(readSamples(writeSamples(samples), 'round-trip.csv')).toEqual(samples);
    }),
    { seed, numRuns: 2000 },
  );
});

function errorOf(text: string): SampleFileError {
  try {
    readSamples(text, 'samples.csv');
  } catch (error) {
    if (error instanceof SampleFileError) return error;
    throw error;
  }
  throw new Error('expected a SampleFileError, got samples');
}

function messageOf(text: string): string {
  return errorOf(text).message;
}

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof SampleFileError ? error.message : error;
  }
}
