import type { Predictions } from './predictions.ts';

/** How far probabilities can be trusted: of what is called 70 % likely, do 70 % happen? */
export interface Calibration {
  /** Samples in each bin; bins divide 0..1 evenly. */
  readonly counts: Uint32Array;
  /** Mean probability of the positive class in each bin; NaN in an empty one. */
  readonly meanProbabilities: Float64Array;
  /** Share of each bin that belongs to the positive class; NaN in an empty one. */
  readonly positiveShares: Float64Array;
  /** Mean distance between the two over all samples; NaN for an empty set or undecided samples. */
  readonly expectedError: number;
}

/**
 * Counts nothing where a sample is undecided.
 * Source: Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning, 2015.
 */
export function calibration(predictions: Predictions, bins = 10): Calibration {
  const { probabilities, labels, classes, positiveClass, undecided } = predictions;
  const samples = undecided > 0 ? 0 : predictions.samples;
  const counts = new Uint32Array(bins);
  const sums = new Float64Array(bins);
  const positives = new Float64Array(bins);
  for (let i = 0; i < samples; i++) {
    const probability = probabilities[i * classes + positiveClass] ?? NaN;
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    add(counts, bin, 1);
    add(sums, bin, probability);
    if (labels[i] === positiveClass) add(positives, bin, 1);
  }
  const distances = sums.map((sum, bin) => Math.abs(sum - (positives[bin] ?? NaN)));
  return {
    counts,
    meanProbabilities: sums.map((sum, bin) => sum / (counts[bin] ?? NaN)),
    positiveShares: positives.map((count, bin) => count / (counts[bin] ?? NaN)),
    expectedError: distances.reduce((sum, distance) => sum + distance, 0) / samples,
  };
}

function add(bins: Uint32Array | Float64Array, bin: number, amount: number): void {
  bins[bin] = (bins[bin] ?? 0) + amount;
}
