import { expect, test } from 'vitest';
import { encodingOf } from '../../../src/learning/csv/encodingOf.ts';

const ascii = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0));
const line = ascii('0,0.5,-1\r\n'.repeat(20)).flatMap((code) => [code, 0]);
const bigEndian = [0, ...line.slice(0, -1)];

test.each([
  ['little end first, with a mark', [0xff, 0xfe, ...line], 'utf-16le'],
  ['big end first, with a mark', [0xfe, 0xff, ...bigEndian], 'utf-16be'],
  ['little end first, without a mark', line, 'utf-16le'],
  ['big end first, without a mark', bigEndian, 'utf-16be'],
  ['half a character at the end', [...line.slice(0, 20), 48], 'utf-16le'],
  ['UTF-8', ascii('0,0.5,-1\n'), 'utf-8'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 48, 44], 'utf-8'],
  ['nothing', [], 'utf-8'],
  ['one byte', [0], 'utf-8'],
  ['zeros', [0, 0, 0, 0], 'utf-8'],
  ['a zero among others', [48, 0, 44, 48], 'utf-8'],
])('%s', (_what, bytes, expected) => {
  expect(encodingOf(new Uint8Array(bytes))).toBe(expected);
});
