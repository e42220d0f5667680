import { expect, test } from 'vitest';
import { Refusal } from '../../../src/state/entry/refusal.svelte.ts';

test('a refusal is shown until the user types again or the number changes', () => {
  let value = 50;
  const refusal = new Refusal(() => value);
  expect(refusal.sentence).toBe('');

  refusal.refuse('batch: expected a whole number from 1 to 1024, got "0".');
  expect(refusal.sentence).toMatch(/got "0"/);
  refusal.forget();
  expect(refusal.sentence).toBe('');

  refusal.refuse('batch: expected a whole number from 1 to 1024, got "x".');
  value = 20;
  expect(refusal.sentence).toBe('');
});
