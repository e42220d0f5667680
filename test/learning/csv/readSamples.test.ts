import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeForm } from '../../../src/learning/csv/describeForm.ts';
import {
  readSamples,
  type ReadOptions,
  SampleReader,
} from '../../../src/learning/csv/readSamples.ts';
import { SampleFileError } from '../../../src/learning/csv/sampleFileError.ts';
import { writeSamples } from '../../../src/learning/csv/writeSamples.ts';

const seed = 20_240_601;

/** What the files of the first two groups hold: label, x, y. */
const plain = '0,0.3481,-0.1094\n1,0.6189,4.824e-3\n0,0.2388,1200.5\n1,0.7147,0.522\n';
const rows = plain
  .trim()
  .split('\n')
  .map((line) => line.split(',').map(Number));
const same = {
  points: rows.flatMap(([, x, y]) => [x, y]),
  labels: rows.map(([label]) => label),
};

/** The plain file written otherwise. */
function written(line: (label: number, x: string, y: string, row: number) => string): string {
  return rows
    .map(([label = 0, x = 0, y = 0], i) => line(label, String(x), String(y), i))
    .join('\n');
}

/** With a decimal comma. */
const decimalComma = (text: string) => text.replace('.', ',');

function read(text: string, options: ReadOptions = {}) {
  const { points, labels, classNames } = readSamples(text, 'samples.csv', options);
  return { points: Array.from(points), labels: Array.from(labels), classNames };
}

describe('the way a file is written', () => {
  test.each([
    ['LF', plain],
    ['CR LF', plain.replaceAll('\n', '\r\n')],
    ['CR', plain.replaceAll('\n', '\r')],
    ['CR CR LF', plain.replaceAll('\n', '\r\r\n')],
    ['mixed line ends', plain.replace('\n', '\r\n').replace('4\n', '4\r')],
    ['no final line end', plain.trimEnd()],
    ['blank lines', `\n\n${plain.replaceAll('\n', '\n  \n')}`],
    ['rows of empty cells', `${plain},,\n,,\n`],
    ['a comma at the end of each line', plain.replaceAll('\n', ',\n')],
    ['spaces and tabs around fields', plain.replaceAll(',', ' ,\t')],
    ['quotes', written((label, x, y) => `"${label}","${x}"," ${y}"`)],
    ['apostrophes', written((label, x, y) => `'${label}','${x}','${y}'`)],
    ['a byte order mark', `\uFEFF${plain}`],
    ['a byte order mark before a quote', `\uFEFF${written((l, x, y) => `"${l}",${x},${y}`)}`],
    ['the end of a DOS file', `${plain}\u001a`],
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['bars', plain.replaceAll(',', ' | ')],
    ['spaces', written((label, x, y) => `  ${label}   ${x} ${y}`)],
    ['a line that names the separator', `sep=;\r\n${plain.replaceAll(',', ';')}`],
    ['decimal commas', written((label, x, y) => `${label};${decimalComma(x)};${decimalComma(y)}`)],
    [
      'decimal commas within quotes',
      written((label, x, y) => `${label},"${decimalComma(x)}","${decimalComma(y)}"`),
    ],
    [
      'decimal commas and dots between thousands',
      written(
        (label, x, y) =>
          `${label}\t${decimalComma(x)}\t${y === '1200.5' ? '1.200,5' : decimalComma(y)}`,
      ),
    ],
    [
      'commas between thousands',
      written((label, x, y) => `${label};${x};${y === '1200.5' ? '1,200.5' : y}`),
    ],
    ['a true minus and exponents', plain.replace('-', '−').replace('0.522', '+5.22E-1')],
    ['labels as decimals', written((label, x, y) => `${label}.0,${x},${y}`)],
    ['a comment', `# made by hand\n${plain}`],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual({ ...same, classNames: ['0', '1'] });
  });
});

describe('which column is what', () => {
  const lines = (header: string, line: (l: number, x: string, y: string, row: number) => string) =>
    `${header}\n${written(line)}\n`;
  test.each([
    ['label,x,y', lines('label,x,y', (l, x, y) => `${l},${x},${y}`)],
    ['in capitals and quotes', lines('"Label", X ,"Y"', (l, x, y) => `${l},${x},${y}`)],
    ['x,y,label', lines('x,y,label', (l, x, y) => `${x},${y},${l}`)],
    ['y,label,x', lines('y,label,x', (l, x, y) => `${y},${l},${x}`)],
    ['x,y,class', lines('x,y,class', (l, x, y) => `${x},${y},${l}`)],
    ['x1,x2,y', lines('x1, x2, y', (l, x, y) => `${x},${y},${l}`)],
    ['X1,X2,Y', lines('X1,X2,Y', (l, x, y) => `${x},${y},${l}`)],
    ['an index of pandas', lines(',x,y,label', (l, x, y, i) => `${i},${x},${y},${l}`)],
    ['names of rows by R', lines('"x","y","group"', (l, x, y, i) => `"${i + 1}",${x},${y},${l}`)],
    ['a header in a comment', lines('# x,y,label', (l, x, y) => `${x},${y},${l}`)],
    ['further columns', lines('x1,x2,label,pred,split', (l, x, y) => `${x},${y},${l},-1.5,train`)],
    ['a text of two lines', lines('x,y,label,note', (l, x, y) => `${x},${y},${l},"a\nb, c"`)],
    ['no header, the label last', written((l, x, y) => `${x},${y},${l}`)],
    ['no header, an index first', written((l, x, y, i) => `${i},${x},${y},${l}`)],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual({ ...same, classNames: ['0', '1'] });
  });

  test('whole numbers: the label is where there are fewer values, and doubt is told', () => {
    const text = '1,3,0\n3,1,1\n2,4,0\n4,2,1\n';
    expect(read(text)).toMatchObject({ labels: [0, 1, 0, 1], points: [1, 3, 3, 1, 2, 4, 4, 2] });
    const { doubt } = readSamples(text, 'a.csv').form;
    expect(doubt).toBe('The labels could also be in column 1.');
    expect(readSamples(plain, 'a.csv').form.doubt).toBe('');
  });

  test('XOR reads as label,x,y, which is its meaning either way', () => {
    const text = '0,0,0\n0,1,1\n1,0,1\n1,1,0\n';
    expect(read(text)).toMatchObject({ labels: [0, 0, 1, 1], points: [0, 0, 1, 1, 0, 1, 1, 0] });
  });

  test('a column of one value is no label beside one of two', () => {
    expect(read('0,0.5,7\n1,0.25,7\n').labels).toEqual([0, 1]);
  });

  test('the user chooses columns by name or number', () => {
    const text = 'a,b,c,d\n1,2,0.5,7\n0,3,0.25,8\n';
    const choice = { label: 'a', columns: ['D', '3'] } as const;
    expect(read(text, { choice })).toMatchObject({ labels: [1, 0], points: [7, 0.5, 8, 0.25] });
    expect(read('1,0,0.5,2\n0,0,4,3\n', { choice: { label: '2' } }).classNames).toEqual(['0', '1']);
    expect(messageOf(text, { choice: { label: 'e' } })).toContain(
      'expected as a column a number from 1 to 4, or one of "a", "b", "c", "d", got "e"',
    );
  });

  test('what was recognised is told in one line', () => {
    const text = 'x;y;art\n0,5;1;b\n1;2;a\n;3;a\n';
    expect(describeForm(readSamples(text, 'a.csv', { skipIncomplete: true }))).toBe(
      'a.csv: 2 samples, with semicolons and decimal commas; label in "art" (a is red, b is blue), ' +
        'x in "x", y in "y". Left out: 1 incomplete row.',
    );
  });
});

describe('labels become classes', () => {
  const labelled = (...labels: string[]) =>
    read(labels.map((label, i) => `${label},${i}.5,${7 * i}.25`).join('\n'));
  test.each([
    [
      ['1', '2', '1'],
      ['1', '2'],
      [0, 1, 0],
    ],
    [
      ['1', '-1'],
      ['-1', '1'],
      [1, 0],
    ],
    [
      ['10', '9', '2.0'],
      ['2', '9', '10'],
      [2, 1, 0],
    ],
    [
      ['TRUE', 'false', 'True'],
      ['false', 'true'],
      [1, 0, 1],
    ],
    [
      ['blue', 'red'],
      ['red', 'blue'],
      [1, 0],
    ],
    [
      ['setosa', 'b', 'a'],
      ['a', 'b', 'setosa'],
      [2, 1, 0],
    ],
    [
      ['1', '1'],
      ['0', '1'],
      [1, 1],
    ],
    [['7', '7'], ['7'], [0, 0]],
  ])('%j', (labels, classNames, expected) => {
    expect(labelled(...labels)).toMatchObject({ classNames, labels: expected });
  });

  test('ten at most', () => {
    const many = Array.from({ length: 12 }, (_, i) => `a${i},0.5,0.25\n`).join('');
    expect(messageOf(many, { choice: { label: '1' } })).toBe(
      'samples.csv, line 11: expected at most 10 different labels, got "a10" as one more',
    );
  });
});

describe('a second file', () => {
  const like = readSamples('x1,x2,y\n0.5,1,a\n2,3.5,b\n', 'a.csv');
  const second = (text: string) => outcome(() => read(text, { like }));

  test('fits by the names of its columns, in any order, with the classes of the first', () => {
    expect(second('y;z;x2;x1\nb;9;1;2\n')).toEqual({
      points: [2, 1],
      labels: [1],
      classNames: ['a', 'b'],
    });
    expect(second('0.5,1,b\n')).toMatchObject({ labels: [1], points: [0.5, 1] });
  });

  test('is refused where it does not', () => {
    expect(second('x1,x3,y\n0.5,1,a\n')).toContain('got "x2"');
    expect(second('0.5,1,2,a\n')).toBe('samples.csv: expected 3 columns as in a.csv, got 4');
    expect(second('x1,x2,y\n0.5,1,c\n')).toBe(
      'samples.csv, line 2: expected one of the labels of a.csv, "a", "b", got "c"',
    );
  });
});

const good = '0,0.5,1\n1,0.25,2\n0,1.5,3\n';

test.each([
  ['0,abc,1', 'expected a number in column 2, got "0,abc,1"'],
  ['0,1,2,3', 'expected 3 fields, got "0,1,2,3"'],
  ['0,,1', 'expected a number in column 2, got "0,,1"'],
  ['0,1', 'expected a number in column 3, got "0,1"'],
  [',1,2', 'expected a label in column 1, got ",1,2"'],
  ['0,NaN,1', 'expected a number in column 2, got "0,NaN,1"'],
  ['0,0x10,1', 'expected a number in column 2, got "0,0x10,1"'],
  ['0,1,Infinity', 'expected a number in column 3, got "0,1,Infinity"'],
  ['0,1e39,1', 'expected a number within ±3.4e38 in column 2, got "0,1e39,1"'],
  ['0,1e999,1', 'expected a number within ±3.4e38 in column 2, got "0,1e999,1"'],
  ['0,"1,2', 'expected a quote at the end of the field that begins with one, got "0,1,2"'],
])('refuses %s', (line, problem) => {
  expect(messageOf(`${good}${line}\n`)).toBe(`samples.csv, line 4: ${problem}`);
  expect(messageOf(`${good}\r\n\r\n${line}`)).toBe(`samples.csv, line 6: ${problem}`);
});

test('a number with two readings is refused where the file does not show the decimal mark', () => {
  expect(messageOf('0;1,500;2\n1;2,250;3\n')).toContain(
    'line 1: expected in column 2 a number that is not both 1.5 and 1500, got "0;1,500;2"',
  );
  expect(read('0;1,500;0,5\n').points).toEqual([1.5, 0.5]);
  expect(read('0;1,500;2\n', { choice: { decimal: ',' } }).points).toEqual([1.5, 2]);
  expect(read('0;1,500;2\n', { choice: { decimal: '.' } }).points).toEqual([1500, 2]);
});

test('a fault below a header names the column, and the line of the file', () => {
  expect(messageOf('x,y,label,note\n1,2,0,"a\nb"\n1,z,1,c\n')).toBe(
    'samples.csv, line 4: expected a number in "y", got "1,z,1,c"',
  );
});

test('incomplete rows are left out and counted at the user’s wish, faulty ones are not', () => {
  const text = `${good}0,,1\n?,1,2\n1,NA,2\n`;
  const { labels, leftOut } = readSamples(text, 'a.csv', { skipIncomplete: true });
  expect([labels.length, leftOut]).toEqual([3, 3]);
  expect(messageOf(`${text}0,q,1\n`, { skipIncomplete: true })).toContain('line 7: expected');
});

test('ten faults are listed and the others counted', () => {
  const faulty = (count: number) => errorOf(good.repeat(8) + '0,bad,1\n'.repeat(count));
  const error = faulty(12);
  const lines = error.message.split('\n');
  expect(lines.length).toBe(11);
  expect(lines[9]).toBe('samples.csv, line 34: expected a number in column 2, got "0,bad,1"');
  expect(lines[10]).toBe('and 2 more faulty lines');
  expect(error.faultCount).toBe(12);
  expect(error.faults.map(({ line }) => line)).toEqual([25, 26, 27, 28, 29, 30, 31, 32, 33, 34]);
  expect(faulty(11).message).toMatch(/\nand 1 more faulty line$/);
  expect(faulty(10).message).not.toContain('more');
});

test('after a thousand faulty lines, or where the head is no table, no more is looked at', () => {
  const reader = new SampleReader('samples.csv');
  reader.push(good.repeat(9000));
  expect(reader.gaveUp).toBe(false);
  reader.push('0,bad,1\n'.repeat(20_000));
  expect(reader.gaveUp).toBe(true);
  expect(() => reader.end()).toThrow(/\nand at least 990 more faulty lines$/);
  const other = new SampleReader('samples.csv');
  other.push('bad\n'.repeat(50_000));
  expect(other.gaveUp).toBe(true);
  expect(() => other.end()).toThrow('samples.csv, line 1: expected at least three columns');
});

test('the name of a file and what it holds cannot act on a terminal', () => {
  const control = '\u001b]0;owned\u0007\u009b2J\u007f\u202e';
  const shown = String.raw`\u001b]0;owned\u0007\u009b2J\u007f\u202e`;
  expect(() => readSamples(`${good}0,${control},1`, `${control}.csv`)).toThrow(
    `"${shown}.csv", line 4: expected a number in column 2, got "0,${shown},1"`,
  );
});

test.each(['', '\n\r\n  \n', '\uFEFF', 'label,x,y\n', '# nothing\n'])(
  'a file without samples: %j',
  (text) => {
    expect(messageOf(text)).toBe(
      'samples.csv: expected at least one row of label, x and y, got none',
    );
  },
);

test('a row that the judged part of a file cuts decides nothing', () => {
  const names = Array.from('abcdefghij', (sign) => sign.repeat(9));
  const rows = names.map((name, i) => `${name},0.5,${i}.5\n`).join('');
  for (let shift = 0; shift < 20; shift++) {
    const text = `#${'-'.repeat(shift)}\n${rows.repeat(1200)}`;
    expect(readSamples(text, 'a.csv').classNames).toEqual(names);
  }
});

test('a quote within a field cuts no row, however long the file is', () => {
  const line = (row: number) =>
    `${row % 2},${row}.123456789,${row}.5,5${row === 7 ? '"' : ' inch'} pipe\n`;
  const text = Array.from({ length: 40_000 }, (_, row) => line(row)).join('');
  const { points, labels } = readSamples(`label,x,y,note\n${text}`, 'a.csv');
  expect(labels).toHaveLength(40_000);
  expect(points.every((value, i) => Math.floor(value) === i >> 1)).toBe(true);
});

test('an endless line is shown short', () => {
  expect(messageOf('x'.repeat(1e6))).toContain(`the row is "${'x'.repeat(60)}…"`);
});

test('the same text in any chunks gives the same samples or the same error', () => {
  const snippet = fc.constantFrom(
    ...['0', '1', '7', ',', ',', '.5', '-2', '"', ' ', '\n', '\r', '\r\n', 'x', '\uFEFF'],
    ...['0,1,2\n', '1,"2",3\r\n', 'label,x,y\n', 'y,x,label\r', '1,1e40,1\n', '0;1,5;2\n'],
  );
  const chunked = fc.array(fc.array(snippet, { maxLength: 6 }).map((parts) => parts.join('')));
  fc.assert(
    fc.property(chunked, (chunks) => {
      const reader = new SampleReader('samples.csv');
      for (const chunk of chunks) reader.push(chunk);
      const whole = chunks.join('');
      const bySign = new SampleReader('samples.csv');
      for (const sign of whole) bySign.push(sign);
      const expected = outcome(() => readSamples(whole, 'samples.csv'));
      expect(outcome(() => reader.end())).toEqual(expected);
      expect(outcome(() => bySign.end())).toEqual(expected);
    }),
    { seed, numRuns: 500 },
  );
});

test('what is written is read back exactly, for every finite single-precision number', () => {
  const coordinate = fc.float({ noNaN: true, noDefaultInfinity: true });
  const places = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(places, (list) => {
      const samples = {
        points: new Float32Array(list.flat()),
        labels: Uint8Array.from(list, (_, i) => i % 3),
      };
      const text = `label,x,y\n${writeSamples(samples)}`;
      const { points, labels } = readSamples(text, 'round-trip.csv');
      expect({ points: Float32Array.from(points), labels }).toEqual(samples);
    }),
    { seed, numRuns: 500 },
  );
});

function errorOf(text: string, options: ReadOptions = {}): SampleFileError {
  try {
    readSamples(text, 'samples.csv', options);
  } catch (error) {
    if (error instanceof SampleFileError) return error;
    throw error;
  }
  throw new Error('expected a SampleFileError, got samples');
}

function messageOf(text: string, options: ReadOptions = {}): string {
  return errorOf(text, options).message;
}

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof SampleFileError ? error.message : error;
  }
}
