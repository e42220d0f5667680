import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import type { SetName } from '../../learning/samples.ts';

/** The evaluations of both sets, where there are any. */
export type Evaluations = Readonly<Record<SetName, Evaluation | undefined>>;

/** Notes that hold for both sets once, and those on one set with its name. */
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
