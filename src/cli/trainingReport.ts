import type { ClassScores, Evaluation } from '../learning/evaluation/evaluation.ts';
import type { NetworkSpecification } from '../learning/specification.ts';
import type { TrainOptions } from './trainOptions.ts';

/** What a training run came to. */
export interface TrainingResult {
  readonly network: NetworkSpecification;
  readonly steps: number;
  /** Of training alone. */
  readonly seconds: number;
  readonly train: Evaluation;
  /** Undefined without an evaluation file. */
  readonly evaluation: Evaluation | undefined;
}

/** The object that `--json` prints. A number without meaning (0/0, for example) is null. */
export function trainingReport(options: TrainOptions, result: TrainingResult) {
  const { trainingFile, evaluationFile, training, stopping } = options;
  const { network, steps, seconds, train, evaluation } = result;
  return {
    configuration: {
      data: { train: trainingFile, evaluation: evaluationFile ?? null },
      network,
      training,
      stopping,
    },
    steps,
    seconds,
    train: describe(train),
    evaluation: evaluation ? describe(evaluation) : null,
  };
}

function describe(evaluation: Evaluation) {
  return {
    samples: evaluation.samples,
    loss: evaluation.logLoss,
    accuracy: evaluation.accuracy,
    precision: score('precision', evaluation),
    recall: score('recall', evaluation),
    f1: score('f1', evaluation),
    mcc: evaluation.mcc,
    auc: evaluation.areaUnderRoc,
    confusion: rows(evaluation),
  };
}

function score(name: keyof ClassScores, { perClass, macro }: Evaluation) {
  return { class1: perClass[1][name], macro: macro[name] };
}

/** Rows actual, columns predicted. */
function rows({ confusion, classes }: Evaluation): number[][] {
  return Array.from({ length: classes }, (_, row) =>
    Array.from(confusion.subarray(row * classes, (row + 1) * classes)),
  );
}
