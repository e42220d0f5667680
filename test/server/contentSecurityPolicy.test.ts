import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/server/contentSecurityPolicy.ts';

/** The sources of each directive of a policy. */
function directives(policy: string): Record<string, string[]> {
  const lists = policy.split('; ').map((text) => text.split(' '));
  return Object.fromEntries(lists.map(([name = '', ...sources]) => [name, sources]));
}

it('allows nothing from elsewhere and no evaluation of text', () => {
  const base = directives(contentSecurityPolicy());
  expect(base['default-src']).toEqual(["'self'"]);
  expect(base['script-src']).toEqual([
    "'self'",
    "'wasm-unsafe-eval'",
    expect.stringMatching(/^'sha256-[\w+/]{43}='$/),
  ]);
  const sources = new Set(Object.values(base).flat());
  expect(Array.from(sources).filter((source) => /^https?:|\*|^'unsafe-eval'/.test(source))).toEqual(
    [],
  );
});

it('adds what a page allows to that directive alone', () => {
  const base = directives(contentSecurityPolicy());
  const more = directives(contentSecurityPolicy({ 'connect-src': ['ws:'] }));
  expect(more).toEqual({ ...base, 'connect-src': ["'self'", 'ws:'] });
});

it('keeps the default of a directive that the base policy does not name', () => {
  const policy = directives(contentSecurityPolicy({ 'frame-src': ['blob:'] }));
  expect(policy['frame-src']).toEqual(["'self'", 'blob:']);
});
