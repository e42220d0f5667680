import type { MetricName } from '../learning/evaluation/metrics.ts';
import { stats } from '../learning/evaluation/stats.ts';
import { shownName } from '../learning/quoted.ts';
import { setNames } from './sampleOptions.ts';
import type { TrainingResult } from './trainingReport.ts';
import type { TrainOptions } from './trainOptions.ts';

/** The result as text: the evaluation set's statistics, or the training set's without one. */
export function resultText(options: TrainOptions, result: TrainingResult): string {
  const names = setNames(options);
  const { train, evaluation, steps, seconds, modelNote } = result;
  const decimal = (name: MetricName) => train.value(name).toFixed(4);
  return [
    'model evaluation result',
    '',
    evaluation ? names.evaluation : names.training,
    stats(evaluation ?? train),
    '',
    `On ${names.training}: accuracy ${decimal('accuracy')}, log loss ${decimal('logLoss')}.`,
    `${steps} steps in ${seconds.toFixed(2)} seconds.`,
    ...writtenSentences(options),
    ...(modelNote === '' ? [] : [modelNote]),
  ].join('\n');
}

/** Where the files are that were written. */
export function writtenSentences({ saveFolder, predictionsFile }: TrainOptions): string[] {
  const predictions = predictionsFile === undefined ? undefined : shownName(predictionsFile);
  return [
    ...(saveFolder === undefined ? [] : [`The model is in ${shownName(saveFolder)}.`]),
    ...(predictions === undefined ? [] : [`The predictions are in ${predictions}.`]),
  ];
}
