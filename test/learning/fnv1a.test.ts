import { expect, it } from 'vitest';
import { fnv1a } from '../../src/learning/fnv1a.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('gives the known hash of "%s"', (text, hash) => {
  expect(fnv1a(bytes(text))).toBe(hash);
});

it('continues a hash', () => {
  expect(fnv1a(bytes('bar'), fnv1a(bytes('foo')))).toBe(fnv1a(bytes('foobar')));
});
