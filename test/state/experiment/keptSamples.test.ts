import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OwnSource } from '../../../src/learning/sampleSource.ts';
import { keepSamples, keptSamples } from '../../../src/state/experiment/keptSamples.ts';
import { hostileValue, mutated } from '../../support/hostile.ts';

class MemoryStorage {
  readonly #values = new Map<string, string>();
  getItem = (key: string) => this.#values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#values.set(key, value);
  /** Puts something else in every place that is in use. */
  spoil(change: (value: string) => string): void {
    for (const [key, value] of this.#values) this.#values.set(key, change(value));
  }
}

const own: OwnSource = {
  kind: 'own',
  name: 'a.csv',
  description: '3 samples',
  classes: 4,
  samples: {
    training: { points: Float32Array.of(0.1, -2, 3e-8, 1 / 3), labels: Uint8Array.of(0, 2) },
    evaluation: { points: Float32Array.of(5, 6), labels: Uint8Array.of(1) },
  },
  scaling: { x: { shift: 388000.25, size: 0.1 }, y: { shift: 0, size: 1 } },
};

test('own samples come back as they were', () => {
  const storage = new MemoryStorage();
  expect(keptSamples(storage)).toBeUndefined();
  keepSamples(storage, { own, address: '#data=linear' });
  expect(keptSamples(storage)).toEqual({ own, address: '#data=linear' });
});

test('what is damaged gives sound samples or none', () => {
  const storage = new MemoryStorage();
  keepSamples(storage, { own, address: '#a' });
  let plain: unknown;
  storage.spoil((value) => {
    plain = JSON.parse(value);
    return value;
  });
  const texts = fc.oneof(
    mutated(fc.constant(plain)).map((value) => text(value)),
    hostileValue.map((value) => text(value)),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (damaged) => {
      const other = new MemoryStorage();
      keepSamples(other, { own, address: '#a' });
      other.spoil(() => damaged);
      const kept = keptSamples(other);
      if (!kept) return;
      const { training, evaluation } = kept.own.samples;
      for (const { points, labels } of [training, evaluation]) {
        expect(points.length).toBe(2 * labels.length);
        expect(points.every(Number.isFinite)).toBe(true);
        expect(labels.every((label) => label < 10)).toBe(true);
      }
      expect(training.labels.length).toBeGreaterThan(0);
    }),
    { seed: 5, numRuns: 2000 },
  );
});

/** As a storage may hold it; what JSON cannot write is left out. */
function text(value: unknown): string {
  try {
    const written: unknown = JSON.stringify(value);
    return typeof written === 'string' ? written : '';
  } catch {
    return '';
  }
}
