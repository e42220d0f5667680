import type { Predictions } from './predictions.ts';

/** Whether probabilities are kept: of what is called 70 % likely, do 70 % happen? */
export interface Calibration {
  /** Samples in each bin; bins divide 0..1 evenly. */
  readonly counts: Uint32Array;
  /** Mean probability of the positive class in each bin; NaN in an empty one. */
  readonly meanProbabilities: Float64Array;
  /** Share of each bin that is of the positive class; NaN in an empty one. */
  readonly positiveShares: Float64Array;
  /** Mean distance between the two over all samples; NaN for an empty set or undecided samples. */
  readonly expectedError: number;
}

/**
 * Source: Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning, 2015.
 * Without counts where a sample is undecided.
 */
export function calibration(predictions: Predictions, bins = 10): Calibration {
  const { probabilities, labels, classes, positiveClass, undecided } = predictions;
  const samples = undecided > 0 ? 0 : predictions.samples;
  const counts = new Uint32Array(bins);
  const sums = new Float64Array(bins);
  const positives = new Float64Array(bins);
  for (let i = 0; i < samples; i++) {
    const probability = probabilities[i * classes + positiveClass];
    const bin = Math.min(bins - 1, Math.floor(probability * bins));
    counts[bin]++;
    sums[bin] += probability;
    if (labels[i] === positiveClass) positives[bin]++;
  }
  const distance = sums.reduce((sum, each, bin) => sum + Math.abs(each - positives[bin]), 0);
  return {
    counts,
    meanProbabilities: sums.map((sum, bin) => sum / counts[bin]),
    positiveShares: positives.map((count, bin) => count / counts[bin]),
    expectedError: distance / samples,
  };
}
