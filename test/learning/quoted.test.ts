import { expect, it } from 'vitest';
import { quoted, shownName } from '../../src/learning/quoted.ts';

it.each([
  ['', '""'],
  ['abc', '"abc"'],
  ['a\tb\nc\r', '"a\\tb\\nc\\r"'],
  ['bell \u0007, escape \u001b[31m', '"bell \\u0007, escape \\u001b[31m"'],
  ['turned \u202e round', '"turned \\u202e round"'],
  ['line \u2028 end', '"line \\u2028 end"'],
  ['half a pair \ud83d', '"half a pair \\ud83d"'],
  ['żółć, 数, 😀', '"żółć, 数, 😀"'],
  ['x'.repeat(40), `"${'x'.repeat(40)}"`],
  ['x'.repeat(41), `"${'x'.repeat(40)}…"`],
  ['😀'.repeat(41), `"${'😀'.repeat(40)}…"`],
])('shows %j', (text, shown) => {
  expect(quoted(text)).toBe(shown);
});

it('shows as many characters as it is told', () => {
  expect(quoted('abcdef', 3)).toBe('"abc…"');
  expect(quoted('abc', 3)).toBe('"abc"');
});

it.each([
  ['a.csv', 'a.csv'],
  ['my samples/żółć.csv', 'my samples/żółć.csv'],
  ['', '""'],
  [' ', '" "'],
  ['a ', '"a "'],
  ['\u001b]0;owned\u0007.csv', '"\\u001b]0;owned\\u0007.csv"'],
  ['c1 \u009b2J', '"c1 \\u009b2J"'],
  ['del \u007f', '"del \\u007f"'],
  ['\u202evsc.a', '"\\u202evsc.a"'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), `"${'x'.repeat(200)}…"`],
])('shows %j as the name of a file', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});
