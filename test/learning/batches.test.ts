import { describe, expect, it } from 'vitest';
import { epochOrder, stepsPerEpoch } from '../../src/learning/batches.ts';
import { countEach } from './countEach.ts';

describe('epochOrder', () => {
  it('is a permutation of the samples', () => {
    for (const size of [0, 1, 2, 3, 50, 1000]) {
      const expected = Uint32Array.from({ length: size }, (_, i) => i);
      expect(epochOrder(123, 4, size).sort()).toEqual(expected);
    }
  });

  it('is the same for the same seed and epoch', () => {
    expect(epochOrder(123, 4, 100)).toEqual(epochOrder(123, 4, 100));
  });

  it('differs by epoch and by seed', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      for (let epoch = 0; epoch < 20; epoch++) orders.add(epochOrder(seed, epoch, 50).join());
    }
    expect(orders.size).toBe(400);
  });

  // χ² with 5 degrees of freedom is above 20.5 once in 1000 times.
  it('gives all six orders of three samples equally often: χ² over 6000 epochs', () => {
    const counts = new Map<string, number>();
    for (let epoch = 0; epoch < 6000; epoch++) {
      const order = epochOrder(7, epoch, 3).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    let chiSquare = 0;
    for (const count of counts.values()) chiSquare += (count - 1000) ** 2 / 1000;
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('puts a sample anywhere equally often: χ² over 20 places and 10 000 epochs', () => {
    const places = Array.from({ length: 10_000 }, (_, epoch) =>
      epochOrder(8, epoch, 20).indexOf(13),
    );
    const chiSquare = countEach(places, 20).reduce(
      (sum, count) => sum + (count - 500) ** 2 / 500,
      0,
    );
    expect(chiSquare).toBeLessThan(43.8); // 19 degrees of freedom: once in 1000 times
  });

  // Every run, shared link and room depends on these: a change here changes them all.
  it('stays what it is', () => {
    expect(epochOrder(123, 0, 10).join(' ')).toBe('9 7 2 8 4 6 1 0 5 3');
    expect(epochOrder(123, 1, 10).join(' ')).toBe('3 7 9 1 4 6 2 8 5 0');
  });
});

describe('stepsPerEpoch', () => {
  it('counts the last mini-batch even if it is not full', () => {
    expect(stepsPerEpoch(1000, 50)).toBe(20);
    expect(stepsPerEpoch(1001, 50)).toBe(21);
    expect(stepsPerEpoch(7, 50)).toBe(1);
    expect(stepsPerEpoch(0, 50)).toBe(0);
  });
});
