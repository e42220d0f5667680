/** A round in which each client takes part with a probability, and the sum of changes gets noise. */
export interface NoisyRound {
  /** z: standard deviation of the noise on the sum, divided by the largest length of a change. */
  readonly noiseMultiplier: number;
  /** q: the probability, independent for each client, that it takes part; 0 < q ≤ 1. */
  readonly sampling: number;
}

/** Nodes within one standard deviation; the rule converges faster than any power of it. */
const density = 16;

/** Standard deviations beyond which the integrand is below the last digit. */
const reach = 12;

/**
 * The Rényi divergence of order α between the sums with and without one client, in nats.
 * For q = 1 it is α / (2z²). Else it is ln A / (α − 1) with
 * A = E[(1 − q + q·e^((2x − 1) / (2z²)))^α] over x ~ N(0, z²), by the trapezoidal rule.
 * Source: Mironov, Talwar and Zhang, Rényi Differential Privacy of the Sampled Gaussian Mechanism,
 * 2019, section 3.
 * @param order α > 1
 */
export function renyiDivergence({ noiseMultiplier: z, sampling: q }: NoisyRound, order: number) {
  if (q === 1) return order / (2 * z * z);
  const step = z / density;
  const first = Math.floor(-reach * density);
  const last = Math.ceil((order / z + reach) * density);
  const logarithms = Array.from({ length: last - first + 1 }, (_, i) => {
    const x = (first + i) * step;
    return order * logMixture(q, (2 * x - 1) / (2 * z * z)) - (x * x) / (2 * z * z);
  });
  const logSum = logSumExp(logarithms) + Math.log(step / (z * Math.sqrt(2 * Math.PI)));
  return logSum / (order - 1);
}

/** ln(1 − q + q·e^exponent) */
function logMixture(q: number, exponent: number): number {
  return logSumExp([Math.log1p(-q), Math.log(q) + exponent]);
}

function logSumExp(logarithms: readonly number[]): number {
  const largest = logarithms.reduce((most, value) => Math.max(most, value), -Infinity);
  return largest + Math.log(logarithms.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}
