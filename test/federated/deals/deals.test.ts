import { describe, expect, it, test } from 'vitest';
import { deals, dealNamed } from '../../../src/federated/deals/deals.ts';
import { apportion } from '../../../src/federated/deals/pieces.ts';
import { createRandom } from '../../../src/learning/random.ts';
import { someSamples } from '../../support/networks.ts';

const samples = someSamples(600, 3);

function deal(name: string, clients: number, alpha = 0.5) {
  return dealNamed(name).deal({ samples, clients, random: createRandom(3), alpha });
}

/** How many samples of each class a client has. */
function classCounts(hand: Uint32Array): number[] {
  const counts = [0, 0, 0];
  for (const index of hand) {
    const c = samples.labels[index] ?? NaN;
    counts[c] = (counts[c] ?? 0) + 1;
  }
  return counts;
}

describe.each(deals)('the deal $name', ({ name }) => {
  test.each([2, 7, 30, 600])('gives each sample once, and each of %i clients some', (clients) => {
    for (const alpha of [0.01, 1, 1000]) {
      const hands = deal(name, clients, alpha);
      expect(hands).toHaveLength(clients);
      expect(Math.min(...hands.map(({ length }) => length))).toBeGreaterThan(0);
      const dealt = hands.flatMap((hand) => Array.from(hand)).sort((a, b) => a - b);
      expect(dealt).toEqual(Array.from({ length: 600 }, (_, i) => i));
    }
  });

  it('gives the same for the same seed', () => {
    expect(deal(name, 7)).toEqual(deal(name, 7));
  });
});

describe('what makes a deal', () => {
  it('regions do not overlap', () => {
    const boxes = deal('region', 7).map((hand) => {
      const axis = (which: number) => Array.from(hand, (i) => samples.points[2 * i + which] ?? NaN);
      const [xs, ys] = [axis(0), axis(1)];
      return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
    });
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        expect(a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2]).toBe(true);
      }
    }
  });

  it('by class, at most as many clients have two classes as classes meet', () => {
    const mixed = deal('class', 30).filter((hand) => classCounts(hand).filter(Boolean).length > 1);
    expect(mixed.length).toBeLessThanOrEqual(2);
  });

  it('by size, the k-th client has a k-th of what the first has', () => {
    const sizes = deal('size', 5).map(({ length }) => length);
    // 600 / (1 + 1/2 + 1/3 + 1/4 + 1/5) = 262.77…
    expect(sizes).toEqual([263, 131, 88, 66, 52]);
  });

  it('a large α makes clients alike, a small one gives a class to few', () => {
    const total = classCounts(Uint32Array.from(samples.labels.keys()));
    for (const hand of deal('dirichlet', 5, 1000)) {
      classCounts(hand).forEach((count, c) => {
        expect(count).toBeGreaterThan((total[c] ?? NaN) / 5 - 15);
        expect(count).toBeLessThan((total[c] ?? NaN) / 5 + 15);
      });
    }
    const counts = deal('dirichlet', 5, 0.01).map(classCounts);
    total.forEach((all, c) => {
      expect(Math.max(...counts.map((each) => each[c] ?? NaN))).toBeGreaterThan(0.9 * all);
    });
  });
});

describe('apportion', () => {
  it('gives what the largest remainders say, and the least from the largest', () => {
    expect(apportion(10, [1, 1, 1], 0)).toEqual([4, 3, 3]);
    expect(apportion(100, [47, 16, 15.8, 12, 6.1, 3.1], 0)).toEqual([47, 16, 16, 12, 6, 3]);
    expect(apportion(5, [1, 0, 0], 1)).toEqual([3, 1, 1]);
  });
});
