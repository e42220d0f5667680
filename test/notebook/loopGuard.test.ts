import { expect, it } from 'vitest';
import { guardCode, passLoop } from '../../src/notebook/loopGuard.ts';

/** Runs the guarded function, and counts the passes of its loops. */
function passesOf(code: string): { result: unknown; passes: number } {
  let passes = 0;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const make = new Function('$pass', `return (${guardCode(code)})`) as (
    pass: () => void,
  ) => () => unknown;
  return { result: make(() => passes++)(), passes };
}

it.each([
  ['() => { let n = 0; for (let i = 0; i < 3; i++) n += i; return n; }', 3, 3],
  ['() => { let n = 0; for (;;) if (++n === 4) return n; }', 4, 4],
  ['() => { let n = 0; while (n < 5) n++; return n; }', 5, 5],
  ['() => { let n = 0; do n++; while (n < 2); return n; }', 2, 2],
  ['() => { let s = ""; for (const c of "abc") s = c + s; return s; }', 'cba', 3],
  ['() => { let s = ""; for (const k in { a: 1, b: 2 }) s += k; return s; }', 'ab', 2],
  [
    '() => { let n = 0; for (const a of [1, 2]) for (const b of [1, 2, 3]) n += a * b; return n; }',
    18,
    8,
  ],
  ['() => { outer: for (const a of [1, 2]) { for (;;) continue outer; } return 1; }', 1, 4],
])('counts the passes of %s', (code, result, passes) => {
  expect(passesOf(code)).toEqual({ result, passes });
});

it('sends imports through $import and keeps the lines', () => {
  const code = 'async () => {\n  const a = await import("./a.js");\n  while (a()) {\n  }\n}';
  const guarded = guardCode(code);
  expect(guarded).toContain('await $import("./a.js")');
  expect(guarded.split('\n')).toHaveLength(code.split('\n').length);
});

it('guards a loop whose body is nothing but an import', () => {
  const guarded = guardCode('async () => { for (;;) import("./a.js"); }');
  expect(guarded).toBe('async () => { for (;;) {$pass();$import("./a.js");} }');
});

it('stops a loop that never ends, and lets loops of later turns run', async () => {
  expect(() => {
    for (;;) passLoop();
  }).toThrow('a loop ran for more than 3 seconds and was stopped');
  await new Promise((resolve) => setTimeout(resolve));
  expect(() => {
    for (let pass = 0; pass < 10_000; pass++) passLoop();
  }).not.toThrow();
});
