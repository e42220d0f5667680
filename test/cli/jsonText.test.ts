import { expect, it } from 'vitest';
import { asksForJson, jsonText } from '../../src/cli/jsonText.ts';

it('is JSON of the same value, in which nothing acts on a terminal', () => {
  const names = [
    '\u001b]0;owned\u0007',
    '\u009b2J',
    '\u007f',
    '\u202e',
    '\u2028',
    '\u{e0001}',
    'é',
  ];
  const text = jsonText({ names, number: 1.5, nothing: null });
  expect(JSON.parse(text)).toEqual({ names, number: 1.5, nothing: null });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(text).toContain('"é"');
  expect(text.endsWith('}\n')).toBe(true);
});

it.each([
  [['train', 'a.csv', '--json'], true],
  [['--json'], true],
  [['train', '--', '--json'], false],
  [['train', 'json', '--jso'], false],
  [[], false],
])('%j asks for JSON: %s', (words, asks) => {
  expect(asksForJson(words)).toBe(asks);
});
