import { expect, test } from 'vitest';
import { looksLikeUtf16 } from '../../../src/learning/csv/looksLikeUtf16.ts';

const ascii = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0));
const line = ascii('0,0.5,-1\r\n'.repeat(20)).flatMap((code) => [code, 0]);
const bigEndian = [0, ...line.slice(0, -1)];

test.each([
  ['UTF-16, little end first, with a mark', [0xff, 0xfe, ...line], true],
  ['UTF-16, big end first, with a mark', [0xfe, 0xff, ...bigEndian], true],
  ['UTF-16, little end first, without one', line, true],
  ['UTF-16, big end first, without one', bigEndian, true],
  ['half a character at the end', [...line.slice(0, 20), 48], true],
  ['UTF-8', ascii('0,0.5,-1\n'), false],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 48, 44], false],
  ['nothing', [], false],
  ['one byte', [0], false],
  ['zeros', [0, 0, 0, 0], false],
  ['a zero among others', [48, 0, 44, 48], false],
])('%s: %s', (_what, bytes, expected) => {
  expect(looksLikeUtf16(new Uint8Array(bytes))).toBe(expected);
});
