import { className } from '../../learning/classes.ts';
import type { SetName } from '../../learning/samples.ts';
import type { Evaluations } from '../evaluation/evaluationWords.ts';

/** Scores of a set, 0 to 1. */
interface Scores {
  readonly accuracy: number;
  /** By class. */
  readonly recalls: readonly number[];
}

interface Evaluated {
  readonly sets: Evaluations;
  readonly classes: number;
}

/** Differences that are rounded to less are not told. */
const least = 0.005;

/** How the scores of a run differ from those at the beginning of an operation. */
export class Fallen {
  readonly #evaluation: Evaluated;
  #before = $state.raw<{ readonly set: SetName; readonly scores: Scores }>();

  constructor(evaluation: Evaluated) {
    this.#evaluation = evaluation;
  }

  /** An operation begins. */
  begin(): void {
    const { sets } = this.#evaluation;
    const set = sets.evaluation?.samples ? 'evaluation' : 'training';
    const scores = this.#scoresOf(sets[set]);
    this.#before = scores && { set, scores };
  }

  end(): void {
    this.#before = undefined;
  }

  /** `Evaluation set: recall of blue −0.12, accuracy −0.03`; what fell most first; empty before one begins. */
  get sentence(): string {
    const { sets } = this.#evaluation; // watched, so that there are scores when one begins
    const before = this.#before;
    const now = before && this.#scoresOf(sets[before.set]);
    if (!before || !now) return '';
    const changes = [
      ...now.recalls.map((recall, label) => ({
        name: `recall of ${className(label)}`,
        by: recall - (before.scores.recalls[label] ?? NaN),
      })),
      { name: 'accuracy', by: now.accuracy - before.scores.accuracy },
    ].filter(({ by }) => Math.abs(by) >= least);
    const words = changes
      .sort((a, b) => a.by - b.by)
      .map(({ name, by }) => `${name} ${signed(by)}`);
    const set = before.set === 'evaluation' ? 'Evaluation set' : 'Training set';
    return `${set}: ${words.join(', ') || 'nothing has changed yet'}`;
  }

  #scoresOf(evaluation: Evaluations[SetName]): Scores | undefined {
    if (!evaluation || evaluation.samples === 0) return undefined;
    const recalls = Array.from({ length: this.#evaluation.classes }, (_, label) =>
      evaluation.ofClass('recall', label),
    );
    return { accuracy: evaluation.value('accuracy'), recalls };
  }
}

function signed(change: number): string {
  return `${change < 0 ? '−' : '+'}${Math.abs(change).toFixed(2)}`;
}
