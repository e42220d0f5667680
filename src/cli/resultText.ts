import { stats } from '../learning/evaluation/stats.ts';
import type { TrainingResult } from './trainingReport.ts';
import type { TrainOptions } from './trainOptions.ts';

/** The result for a reader: of the evaluation set in full, or of the training set without one. */
export function resultText(options: TrainOptions, result: TrainingResult): string {
  const { trainingFile, evaluationFile } = options;
  const { train, evaluation, steps, seconds } = result;
  const { accuracy, logLoss } = train;
  return [
    'model evaluation result',
    '',
    evaluationFile ?? trainingFile,
    stats(evaluation ?? train),
    '',
    `On ${trainingFile}: accuracy ${accuracy.toFixed(4)}, log loss ${logLoss.toFixed(4)}.`,
    `${steps} steps in ${seconds.toFixed(2)} seconds.`,
    ...written(options),
  ].join('\n');
}

function written({ saveFolder, predictionsFile }: TrainOptions): string[] {
  return [
    ...(saveFolder === undefined ? [] : [`The model is in ${saveFolder}.`]),
    ...(predictionsFile === undefined ? [] : [`The predictions are in ${predictionsFile}.`]),
  ];
}
