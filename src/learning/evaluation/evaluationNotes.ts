import type { Predictions } from './predictions.ts';

/** Sentences that say where a number is not what it seems. */
export function evaluationNotes(predictions: Predictions): string[] {
  const { samples, actual, predicted, undecided } = predictions;
  if (samples === 0) return ['The set is empty, so there is nothing to evaluate.'];
  const notes: string[] = [];
  if (undecided > 0) notes.push(undecidedNote(undecided, samples));
  predicted.forEach((count, c) => {
    if (count === 0) notes.push(`Class ${c} was never predicted, so its precision counts as 0.`);
  });
  actual.forEach((count, c) => {
    if (count === 0) notes.push(`No sample is of class ${c}, so its recall counts as 0.`);
  });
  const only = actual.indexOf(samples);
  if (only >= 0) notes.push(`All samples are of class ${only}, so there is no ROC curve.`);
  return notes;
}

function undecidedNote(undecided: number, samples: number): string {
  const subject =
    undecided === 1
      ? `1 of ${samples} predictions is not finite; it counts as wrong and stands`
      : `${undecided} of ${samples} predictions are not finite; they count as wrong and stand`;
  return `${subject} in no column of the confusion matrix.`;
}
