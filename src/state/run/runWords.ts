import type { Phase } from '../../training/protocol/events.ts';

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
