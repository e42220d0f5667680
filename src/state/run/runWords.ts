import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import type { SetName } from '../../learning/samples.ts';
import type { Frame, Phase } from '../../training/protocol/messages.ts';
import { scoreText } from '../entry/numberEntry.ts';

/** The evaluations of both sets, where there are any. */
export type Evaluations = Readonly<Record<SetName, Evaluation | undefined>>;

/** The words of the article's status line; `evaluating`: the result is still on its way. */
export function statusWords(phase: Phase, step: number, evaluating: boolean): string {
  switch (phase) {
    case 'starting':
      return 'preparing the network…';
    case 'ready':
      return 'ready to train';
    case 'training':
      return step === 0 ? 'training model…' : `Running iteration #${step}`;
    case 'paused':
      return `paused at iteration #${step}`;
    case 'finished':
      return evaluating ? 'evaluating model…' : 'model evaluation result';
    case 'diverged':
      return 'training stopped: the loss is no longer a number';
    case 'failed':
      return 'training is not possible';
  }
}

/** Where a run stands and how good it is, to be read aloud. */
export function summaryWords(frame: Frame, { training, evaluation }: Evaluations): string {
  return (
    `Epoch ${frame.progress.epoch}, training loss ${scoreText(frame.losses.training)}, ` +
    `accuracy ${scoreText(training?.value('accuracy'))} on the training set, ` +
    `${scoreText(evaluation?.value('accuracy'))} on the evaluation set.`
  );
}

/** What is to be said on both sets once, and what on one of them with its name. */
export function notesOnBoth({ training, evaluation }: Evaluations): readonly string[] {
  const ofTraining = training?.notes ?? [];
  const ofEvaluation = evaluation?.notes ?? [];
  const only = (notes: readonly string[], others: readonly string[], name: string) =>
    notes.filter((note) => !others.includes(note)).map((note) => `${name}: ${note}`);
  return [
    ...ofTraining.filter((note) => ofEvaluation.includes(note)),
    ...only(ofTraining, ofEvaluation, 'Training set'),
    ...only(ofEvaluation, ofTraining, 'Evaluation set'),
  ];
}
