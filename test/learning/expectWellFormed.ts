import { expect } from 'vitest';
import type { Hyperparameter } from '../../src/learning/hyperparameter.ts';

/** Names each once and fit for GLSL and the URL, default in range, meaning a sentence. */
export function expectWellFormed(hyperparameters: readonly Hyperparameter[]) {
  expect(new Set(hyperparameters.map(({ name }) => name)).size).toBe(hyperparameters.length);
  for (const { name, label, min, max, meaning, ...rest } of hyperparameters) {
    expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(label, name).not.toBe('');
    expect(rest.default, name).toBeGreaterThanOrEqual(min);
    expect(rest.default, name).toBeLessThanOrEqual(max);
    expect(max, name).toBeGreaterThan(min);
    expect(meaning, name).toMatch(/^[A-Z].*\.$/);
  }
}
