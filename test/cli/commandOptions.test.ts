import { describe, expect, it } from 'vitest';
import type { CommandOption } from '../../src/cli/commandOptions.ts';
import { helpLines, readOptions } from '../../src/cli/commandOptions.ts';

const options: readonly CommandOption[] = [
  { name: 'rate', value: 'R', meaning: 'how fast' },
  { name: 'epochs', value: 'N', meaning: 'how long' },
  { name: 'json', meaning: 'as JSON' },
  { name: 'help', meaning: 'this text' },
];

describe('readOptions', () => {
  it('takes words and options in any order and both ways of writing', () => {
    const given = readOptions(['--rate', '2', 'a.csv', '--epochs=7', '--json', 'b.csv'], options);
    expect(given.words).toEqual(['a.csv', 'b.csv']);
    expect([given.text('rate'), given.text('epochs')]).toEqual(['2', '7']);
    expect(given.has('json')).toBe(true);
    expect(given.has('help')).toBe(false);
    expect(given.text('help')).toBeUndefined();
  });

  it('takes -h for --help, and the last of several', () => {
    expect(readOptions(['-h'], options).has('help')).toBe(true);
    expect(readOptions(['--rate=1', '--rate=2'], options).text('rate')).toBe('2');
  });

  it('takes all that follows -- as words', () => {
    expect(readOptions(['--', '--rate'], options).words).toEqual(['--rate']);
  });

  it.each([
    [['--rat', '1'], 'There is no option "--rat". Did you mean --rate?'],
    [['--zzzzzz'], 'There is no option "--zzzzzz". See --help.'],
    [['-x'], 'There is no option "-x". See --help.'],
    [['--rate'], '--rate: expected a value R, got none.'],
    [['--rate='], '--rate: expected a value R, got none.'],
    [['--rate', '--json'], '--rate: expected a value R, got none.'],
    [['--json=1'], '--json: expected no value, got "1".'],
  ])('refuses %j', (words, sentence) => {
    expect(() => readOptions(words, options)).toThrow(sentence);
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
