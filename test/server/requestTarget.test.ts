import { expect, it } from 'vitest';
import { requestTarget } from '../../src/server/requestTarget.ts';

it('reads a path and its query, still escaped', () => {
  expect(requestTarget('/a%20b/c?d=%26&e?')).toEqual({ path: '/a%20b/c', query: '?d=%26&e?' });
  expect(requestTarget('/')).toEqual({ path: '/', query: '' });
});

it('reads the absolute form of a proxy, whatever its host', () => {
  expect(requestTarget('http://school.example:4173/learn/?lesson=2')).toEqual({
    path: '/learn/',
    query: '?lesson=2',
  });
  expect(requestTarget('HTTPS://school.example')).toEqual({ path: '/', query: '' });
});

it('does not take a path of two slashes for a host', () => {
  expect(requestTarget('//elsewhere.example/a')).toEqual({
    path: '//elsewhere.example/a',
    query: '',
  });
});

it.each(['', '*', 'constructor', '../secret.txt', 'data:,a', 'file:///etc/passwd', 'http://'])(
  'refuses "%s"',
  (text) => {
    expect(requestTarget(text)).toBeUndefined();
  },
);
