import { capitalised } from '../capitalised.ts';
import { className } from '../classes.ts';
import type { Predictions } from './predictions.ts';

/** Sentences that say where a number is not what it seems. */
export function evaluationNotes(predictions: Predictions): string[] {
  if (predictions.samples === 0) return ['The set is empty, so there is nothing to evaluate.'];
  if (predictions.undecided > 0) return [undecidedNote(predictions)];
  return [
    ...neverPredictedNotes(predictions),
    ...withoutSamplesNotes(predictions),
    ...rocNotes(predictions),
    ...logLossNotes(predictions),
  ];
}

/** All that can be said where predictions are not finite: the other notes would follow from it. */
function undecidedNote({ undecided, samples }: Predictions): string {
  if (undecided === samples) return 'No prediction is finite any more: all count as wrong.';
  const subject =
    undecided === 1
      ? `1 of ${samples} predictions is not finite; it counts as wrong and is`
      : `${undecided} of ${samples} predictions are not finite; they count as wrong and are`;
  return `${subject} in no column of the confusion matrix.`;
}

function neverPredictedNotes({ predicted }: Predictions): string[] {
  return namesWithout(predicted).map(
    (name) =>
      `${capitalised(name)} was never predicted, so its precision counts as 0; ` +
      'the macro average leaves it out.',
  );
}

function withoutSamplesNotes({ actual }: Predictions): string[] {
  return namesWithout(actual).map(
    (name) =>
      `No sample is ${name}, so the recall of ${name} counts as 0; ` +
      'the macro average leaves it out.',
  );
}

function rocNotes({ actual, samples, positiveClass }: Predictions): string[] {
  const positives = actual[positiveClass] ?? 0;
  if (positives > 0 && positives < samples) return [];
  const which = positives === 0 ? 'no sample is' : 'all samples are';
  return [`There is no ROC curve, because ${which} ${className(positiveClass)}.`];
}

function logLossNotes({ logLoss }: Predictions): string[] {
  if (logLoss < Infinity || Number.isNaN(logLoss)) return [];
  return [
    'There is no log loss, because in single precision the probability of an actual class is 0.',
  ];
}

/** The names of the classes whose count is 0. */
function namesWithout(counts: Uint32Array): string[] {
  return Array.from(counts, (count, c) => (count === 0 ? [className(c)] : [])).flat();
}
