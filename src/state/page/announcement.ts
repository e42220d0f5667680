import { untrack } from 'svelte';
import { scoreText } from '../entry/numberEntry.ts';
import type { RunEvaluation } from '../evaluation/runEvaluation.svelte.ts';
import type { RunState } from '../run/runState.svelte.ts';

/** A sentence to be read aloud: at the start, at a pause with the results, at the end, in trouble. */
export function announcement(run: RunState, evaluation: RunEvaluation): string {
  const { phase, reason, statusWords } = run;
  if (run.evaluating) return statusWords;
  switch (phase) {
    case 'training':
      return 'training model…';
    case 'paused':
    case 'finished':
      // Read once when the run comes to rest, not again when a threshold moves.
      return [`${statusWords}.`, reason, untrack(() => summary(run, evaluation))]
        .filter(Boolean)
        .join(' ');
    case 'diverged':
    case 'failed':
      return `${statusWords}. ${reason}`;
    default:
      return '';
  }
}

/** Where a run is and how good it is. */
function summary({ progress, losses }: RunState, { sets }: RunEvaluation): string {
  if (!progress) return '';
  return (
    `Epoch ${progress.epoch}, training loss ${scoreText(losses?.training)}, ` +
    `accuracy ${scoreText(sets.training?.value('accuracy'))} on the training set, ` +
    `${scoreText(sets.evaluation?.value('accuracy'))} on the evaluation set.`
  );
}
