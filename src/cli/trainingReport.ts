import type { Evaluation } from '../learning/evaluation/evaluation.ts';
import { metrics } from '../learning/evaluation/metrics.ts';
import type { Scaling } from '../learning/scaling/scaling.ts';
import type { NetworkSpecification } from '../learning/specification.ts';
import type { TrainOptions } from './trainOptions.ts';

/** The result of a training run. */
export interface TrainingResult {
  readonly network: NetworkSpecification;
  readonly scaling: Scaling;
  /** On the files of samples. */
  readonly sentences: readonly string[];
  readonly steps: number;
  /** Of the training alone. */
  readonly seconds: number;
  readonly train: Evaluation;
  /** Undefined without an evaluation set. */
  readonly evaluation: Evaluation | undefined;
  /** What must be done before tfjs can load the saved model: a sentence, or empty. */
  readonly modelNote: string;
}

/** The object that `--json` prints. JSON writes NaN, a number without meaning, as null. */
export function trainingReport(options: TrainOptions, result: TrainingResult) {
  const { trainingFile, evaluationFile, recipe, training, stopping } = options;
  const { network, scaling, sentences, steps, seconds, train, evaluation, modelNote } = result;
  return {
    configuration: {
      data: recipe ?? { train: trainingFile, evaluation: evaluationFile ?? null },
      ...(options.scaling === 'none' ? {} : { scaling: { method: options.scaling, ...scaling } }),
      network,
      training,
      stopping,
    },
    ...(sentences.length === 0 ? {} : { files: sentences }),
    steps,
    seconds,
    train: describe(train),
    evaluation: evaluation ? describe(evaluation) : null,
    ...(modelNote === '' ? {} : { note: modelNote }),
  };
}

/** One field for each metric of the table, under its key. */
function describe(evaluation: Evaluation) {
  return {
    samples: evaluation.samples,
    ...Object.fromEntries(metrics.map((metric) => [metric.key, metricReport(metric, evaluation)])),
    confusion: rows(evaluation),
  };
}

/**
 * `class1` is in `perClass` as well: it has been in the report since there were only two classes,
 * and scripts read it.
 */
function metricReport(metric: (typeof metrics)[number], evaluation: Evaluation) {
  if (metric.scope !== 'class') return evaluation.value(metric.name);
  const { name } = metric;
  const perClass = Array.from({ length: evaluation.classes }, (_, c) =>
    evaluation.ofClass(name, c),
  );
  return { class1: evaluation.ofClass(name, 1), macro: evaluation.macro(name), perClass };
}

/** Rows actual, columns predicted. */
function rows({ confusion, classes }: Evaluation): number[][] {
  return Array.from({ length: classes }, (_, row) =>
    Array.from(confusion.subarray(row * classes, (row + 1) * classes)),
  );
}
