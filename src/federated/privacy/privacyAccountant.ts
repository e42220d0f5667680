import { type NoisyRound, renyiDivergence } from './renyiDivergence.ts';

/** Orders α at which the loss is followed: 1.1, 1.2, … 10.9 and 12 … 63. */
const usualOrders: readonly number[] = [
  ...Array.from({ length: 99 }, (_, i) => 1 + (i + 1) / 10),
  ...Array.from({ length: 52 }, (_, i) => 12 + i),
];

/** What rounds have cost. */
export interface PrivacyLoss {
  /** ε: who sees all models can tell with or without a client by a factor of e^ε at most. */
  readonly epsilon: number;
  /** The order α that gives the smallest ε. */
  readonly order: number;
}

/**
 * Adds up what noisy rounds give away about one client.
 * Source: Mironov, Rényi Differential Privacy, CSF 2017 (the losses of rounds add up at each order).
 */
export class PrivacyAccountant {
  readonly #orders: readonly number[];
  readonly #losses: Float64Array;

  /** @param orders α > 1 */
  constructor(orders: readonly number[] = usualOrders) {
    this.#orders = orders;
    this.#losses = new Float64Array(orders.length);
  }

  add(round: NoisyRound, count = 1): void {
    this.#orders.forEach((order, i) => {
      this.#losses[i] = (this.#losses[i] ?? 0) + count * renyiDivergence(round, order);
    });
  }

  /** @param delta δ: the probability with which ε may be exceeded. */
  loss(delta: number): PrivacyLoss {
    return smallestEpsilon(this.#orders, this.#losses, delta);
  }
}

/**
 * The smallest ε of ρ + ln(1 − 1/α) − ln(δα) / (α − 1), at least 0.
 * Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy, NeurIPS 2020,
 * Proposition 12.
 * @param losses ρ at each order.
 */
export function smallestEpsilon(
  orders: readonly number[],
  losses: ArrayLike<number>,
  delta: number,
): PrivacyLoss {
  let best: PrivacyLoss = { epsilon: Infinity, order: NaN };
  orders.forEach((order, i) => {
    const conversion = Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1);
    const epsilon = Math.max(0, (losses[i] ?? NaN) + conversion);
    if (epsilon < best.epsilon) best = { epsilon, order };
  });
  return best;
}
