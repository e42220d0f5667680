import { untrack } from 'svelte';
import { scoreText } from '../entry/numberEntry.ts';
import type { RunEvaluation } from '../evaluation/runEvaluation.svelte.ts';
import type { RunState } from '../run/runState.svelte.ts';

/**
 * A sentence to be read aloud: at the start, at each quarter of a long run, at a pause with the
 * results, at the end, in trouble. `lastEpoch`: at which training ends, 0 where no rule says so.
 */
export function announcement(run: RunState, evaluation: RunEvaluation, lastEpoch = 0): string {
  const { phase, reason, statusWords } = run;
  if (run.evaluating) return statusWords;
  switch (phase) {
    case 'training':
      return run.single ? '' : quarterWords(run, evaluation, lastEpoch);
    case 'paused':
      if (run.settling) return '';
      return run.single ? untrack(() => stepWords(run)) : restWords(run, evaluation);
    case 'finished':
      return restWords(run, evaluation);
    case 'diverged':
    case 'failed':
      return `${statusWords}. ${reason}`;
    default:
      return '';
  }
}

/** Read once when the run comes to rest, not again when a threshold moves. */
function restWords(run: RunState, evaluation: RunEvaluation): string {
  const words = [`${run.statusWords}.`, run.reason, untrack(() => summary(run, evaluation))];
  return words.filter(Boolean).join(' ');
}

/** Epochs of a run that is long enough to be told of on its way. */
const longRun = 60;

/** Another text only at each quarter of the run. */
function quarterWords(run: RunState, evaluation: RunEvaluation, lastEpoch: number): string {
  const quarter =
    lastEpoch < longRun ? 0 : Math.floor((4 * (run.progress?.epoch ?? 0)) / lastEpoch);
  return quarter === 0 ? 'training model…' : untrack(() => summary(run, evaluation));
}

/** `step 1216, loss 0.254` */
function stepWords({ progress, losses }: RunState): string {
  return `step ${progress?.step ?? 0}, loss ${scoreText(losses?.training)}`;
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
