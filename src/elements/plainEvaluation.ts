import { evaluate } from '../learning/evaluation/evaluate.ts';
import type { Evaluation } from '../learning/evaluation/evaluation.ts';
import type { EvaluationOptions } from '../learning/evaluation/evaluationOptions.ts';
import type { MetricName } from '../learning/evaluation/metrics.ts';
import { metrics } from '../learning/evaluation/metrics.ts';
import type { SetName } from '../learning/samples.ts';
import type { RunEvaluation } from '../state/evaluation/runEvaluation.svelte.ts';

/** Metrics by name, and how many samples of each class (row) were predicted as each class (column). */
export type PlainScores = Readonly<Record<MetricName, number>> & {
  readonly samples: number;
  readonly confusion: readonly (readonly number[])[];
};

/** Of both sets. */
export type PlainEvaluation = Readonly<Record<SetName, PlainScores>>;

/** How probabilities become predictions; what is left out is as the trainer has it. */
export interface DecisionOptions {
  /** 0 to 1. */
  readonly threshold?: number;
  /** The name of the positive class. */
  readonly positive?: string;
}

/** The statistics as plain numbers, for another decision if given; undefined before the first frame. */
export function evaluationOf(
  { sets }: RunEvaluation,
  decision?: EvaluationOptions,
): PlainEvaluation | undefined {
  const { training, evaluation } = sets;
  if (!training || !evaluation) return undefined;
  const ofSet = (set: Evaluation) => plain(decision ? decided(set, decision) : set);
  return { training: ofSet(training), evaluation: ofSet(evaluation) };
}

function decided(set: Evaluation, decision: EvaluationOptions): Evaluation {
  const { probabilities, labels, classes, loss } = set;
  return evaluate(probabilities, labels, classes, { ...decision, loss });
}

function plain(evaluation: Evaluation): PlainScores {
  const { samples, classes, confusion } = evaluation;
  const values = metrics.map(({ name }) => [name, evaluation.value(name)]);
  return {
    ...(Object.fromEntries(values) as Record<MetricName, number>),
    samples,
    confusion: Array.from({ length: classes }, (_, actual) =>
      Array.from(confusion.subarray(actual * classes, (actual + 1) * classes)),
    ),
  };
}
