import type { Random } from '../../learning/random.ts';
import type { Deal } from './deal.ts';
import { apportion } from './pieces.ts';
import { shuffled } from '../../learning/shuffled.ts';

/** Source: Hsu, Qi and Brown, Measuring the Effects of Non-Identical Data Distribution, 2019. */
export const dirichlet: Deal = {
  name: 'dirichlet',
  label: 'Dirichlet',
  meaning: 'For each class the shares of the clients are drawn at random: unequal for a small α.',
  deal({ samples: { labels }, clients, random, alpha }) {
    const order = shuffled(labels.length, random);
    const hands = Array.from({ length: clients }, (): number[] => []);
    for (const label of Array.from(new Set(labels)).sort((a, b) => a - b)) {
      const ofClass = order.filter((index) => labels[index] === label);
      const counts = apportion(ofClass.length, dirichletShares(clients, alpha, random), 0);
      let first = 0;
      counts.forEach((count, client) => {
        hands[client]?.push(...ofClass.subarray(first, first + count));
        first += count;
      });
    }
    feedTheEmpty(hands);
    return hands.map((hand) => Uint32Array.from(hand));
  },
};

/** A client without samples gets one from the client with most. */
function feedTheEmpty(hands: readonly number[][]): void {
  for (const hand of hands) {
    if (hand.length > 0) continue;
    const richest = hands.reduce((most, other) => (other.length > most.length ? other : most));
    hand.push(...richest.splice(-1));
  }
}

/** Gamma deviates of shape α over their sum; by logarithms, because for a small α they underflow. */
function dirichletShares(count: number, alpha: number, random: Random): number[] {
  const logarithms = Array.from({ length: count }, () => logGamma(alpha, random));
  const largest = Math.max(...logarithms);
  return logarithms.map((value) => Math.exp(value - largest));
}

/**
 * The logarithm of a gamma deviate of shape α and scale 1: one of shape α + 1 times U^(1/α).
 * Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000.
 */
function logGamma(alpha: number, random: Random): number {
  const d = alpha + 1 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) >= x ** 2 / 2 + d - d * v + d * Math.log(v)) continue;
    return Math.log(d * v) + Math.log(1 - random.uniform()) / alpha;
  }
}
