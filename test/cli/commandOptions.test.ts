import { describe, expect, it } from 'vitest';
import type { CommandOption } from '../../src/cli/commandOptions.ts';
import { helpLines, readOptions } from '../../src/cli/commandOptions.ts';

const options: readonly CommandOption[] = [
  { name: 'rate', value: 'R', meaning: 'how fast' },
  { name: 'epochs', value: 'N', meaning: 'how long' },
  { name: 'json', meaning: 'as JSON' },
  { name: 'help', meaning: 'this text' },
];
const range = { min: 0.5, max: 10 };

describe('readOptions', () => {
  it('takes words and options in any order and both ways of writing', () => {
    const given = readOptions(['--rate', '2', 'a.csv', '--epochs=7', '--json', 'b.csv'], options);
    expect(given.words).toEqual(['a.csv', 'b.csv']);
    expect(given.number('rate', range)).toBe(2);
    expect(given.whole('epochs', range)).toBe(7);
    expect(given.has('json')).toBe(true);
    expect(given.has('help')).toBe(false);
    expect(given.text('help')).toBeUndefined();
  });

  it('takes -h for --help, and the last of several', () => {
    expect(readOptions(['-h'], options).has('help')).toBe(true);
    expect(readOptions(['--rate=1', '--rate=2'], options).number('rate', range)).toBe(2);
  });

  it('takes all that follows -- as words', () => {
    expect(readOptions(['--', '--rate'], options).words).toEqual(['--rate']);
  });

  it.each([
    [['--rat', '1'], 'There is no option --rat. Did you mean --rate?'],
    [['--zzzzzz'], 'There is no option --zzzzzz. See --help.'],
    [['-x'], 'There is no option -x. See --help.'],
    [['--rate'], '--rate: expected a value R, got none.'],
    [['--rate='], '--rate: expected a value R, got none.'],
    [['--rate', '--json'], '--rate: expected a value R, got none.'],
    [['--json=1'], '--json: expected no value, got "1".'],
  ])('refuses %j', (words, sentence) => {
    expect(() => readOptions(words, options)).toThrow(sentence);
  });
});

describe('GivenOptions', () => {
  const given = (text: string) => readOptions([`--rate=${text}`], options);

  it.each(['abc', '0.4', '10.1', '-1', 'NaN', 'Infinity', '1,5', ' ', '0x'])(
    'refuses the number "%s"',
    (text) => {
      const sentence = `--rate: expected a number from 0.5 to 10, got "${text}".`;
      expect(() => given(text).number('rate', range)).toThrow(sentence);
    },
  );

  it.each(['1.5', '0', '11', '1e0', '+1', '-1'])('refuses the whole number "%s"', (text) => {
    const sentence = `--rate: expected a whole number from 0.5 to 10, got "${text}".`;
    expect(() => given(text).whole('rate', range)).toThrow(sentence);
  });

  it('finds an entry of a table, or says which there are and which was meant', () => {
    const table = [{ name: 'adam' }, { name: 'sgd' }];
    expect(given('sgd').entry('rate', table)).toBe(table[1]);
    expect(() => given('adm').entry('rate', table)).toThrow(
      '--rate: expected one of adam, sgd, got "adm". Did you mean adam?',
    );
    expect(() => given('zebra').entry('rate', table)).toThrow(/got "zebra"\.$/);
  });

  it('reads lists', () => {
    const digit = (text: string) => (/^\d$/.test(text) ? Number(text) : undefined);
    expect(given('1, 2,3').list('rate', 'digits', digit)).toEqual([1, 2, 3]);
    for (const wrong of ['1,,2', '1,x', ',', '12']) {
      const sentence = `--rate: expected digits, got "${wrong}".`;
      expect(() => given(wrong).list('rate', 'digits', digit)).toThrow(sentence);
    }
  });

  it('gives undefined for what was not given', () => {
    const none = readOptions([], options);
    expect(none.number('rate', range)).toBeUndefined();
    expect(none.entry('rate', [{ name: 'a' }])).toBeUndefined();
  });
});

describe('helpLines', () => {
  it('keep to 80 columns with the meanings below each other', () => {
    const meaning = 'word '.repeat(40).trim();
    const lines = helpLines([...options, { name: 'long', value: 'X', meaning }]).split('\n');
    expect(lines[0]).toBe('  --rate R    how fast');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines.slice(5).every((line) => line.startsWith(`${' '.repeat(14)}word`))).toBe(true);
  });
});
