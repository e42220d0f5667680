import { accuracy } from './accuracy.ts';
import { areaUnderPrecisionRecall } from './areaUnderPrecisionRecall.ts';
import { areaUnderRoc } from './areaUnderRoc.ts';
import { brier } from './brier.ts';
import type { ClassScores, Evaluation, EvaluationOptions } from './evaluation.ts';
import { evaluationNotes } from './evaluationNotes.ts';
import { f1 } from './f1.ts';
import { falseNegativeRate } from './falseNegativeRate.ts';
import { falsePositiveRate } from './falsePositiveRate.ts';
import { logLoss } from './logLoss.ts';
import { mcc } from './mcc.ts';
import type { Metric } from './metric.ts';
import { precision } from './precision.ts';
import { type Predictions, predictionsOf } from './predictions.ts';
import { recall } from './recall.ts';

/**
 * All numbers about one set.
 * @param probabilities n×K, row-major.
 * @param labels n classes below K.
 * @throws RangeError as `predictionsOf`.
 */
export function evaluate(
  probabilities: Float32Array,
  labels: Uint8Array,
  classes: number,
  options: EvaluationOptions = {},
): Evaluation {
  const predictions = predictionsOf(probabilities, labels, classes, options);
  const { samples, positiveClass, threshold, confusion, undecided } = predictions;
  const value = (metric: Metric) => metric.value(predictions, positiveClass);
  return {
    ...{ samples, classes, positiveClass, threshold, confusion, undecided },
    accuracy: value(accuracy),
    perClass: Array.from({ length: classes }, (_, c) => classScores(predictions, c)),
    macro: macroScores(predictions),
    mcc: zeroForNaN(value(mcc)),
    falsePositiveRate: zeroForNaN(value(falsePositiveRate)),
    falseNegativeRate: zeroForNaN(value(falseNegativeRate)),
    logLoss: value(logLoss),
    brier: value(brier),
    areaUnderRoc: value(areaUnderRoc),
    areaUnderPrecisionRecall: value(areaUnderPrecisionRecall),
    notes: evaluationNotes(predictions),
  };
}

function classScores(predictions: Predictions, ofClass: number): ClassScores {
  return {
    precision: zeroForNaN(precision.value(predictions, ofClass)),
    recall: zeroForNaN(recall.value(predictions, ofClass)),
    f1: zeroForNaN(f1.value(predictions, ofClass)),
  };
}

function macroScores(predictions: Predictions): ClassScores {
  return {
    precision: meanOverClasses(precision, predictions),
    recall: meanOverClasses(recall, predictions),
    f1: meanOverClasses(f1, predictions),
  };
}

/** Leaves out classes for which the metric is 0/0; 0 if it is for all. */
function meanOverClasses(metric: Metric, predictions: Predictions): number {
  let sum = 0;
  let count = 0;
  for (let c = 0; c < predictions.classes; c++) {
    const value = metric.value(predictions, c);
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function zeroForNaN(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
