/** What a unit answers to many samples. */
export interface ActivationSummary {
  readonly mean: number;
  /** Share of samples to which it answers exactly 0. */
  readonly silent: number;
  readonly smallest: number;
  readonly largest: number;
  /** Samples in each of equally wide bins from the smallest to the largest answer. */
  readonly bins: readonly number[];
}

/** Undefined where there are no samples, or not all answers are finite. */
export function activationSummary(
  values: Float32Array,
  binCount = 24,
): ActivationSummary | undefined {
  if (values.length === 0 || !values.every(Number.isFinite)) return undefined;
  const smallest = values.reduce((least, value) => Math.min(least, value), Infinity);
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const bins = new Array<number>(binCount).fill(0);
  const width = (largest - smallest) / binCount || 1;
  for (const value of values) {
    const bin = Math.min(binCount - 1, Math.floor((value - smallest) / width));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    silent: values.filter((value) => value === 0).length / values.length,
    smallest,
    largest,
    bins,
  };
}
