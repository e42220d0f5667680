import type { Experiment } from '../state/experiment/experiment.svelte.ts';

/** Where a trainer is, as cells see it. */
export interface TrainerValue {
  readonly step: number;
  readonly epoch: number;
  /** Whether it trains at this moment. */
  readonly training: boolean;
  /** Whether it has reached a stop rule, such as the last epoch. */
  readonly finished: boolean;
  /** Of both sets: the mean negative log likelihood, and the share of right predictions, 0 to 1. */
  readonly trainingLoss: number;
  readonly evaluationLoss: number;
  readonly trainingAccuracy: number;
  readonly evaluationAccuracy: number;
}

/** Read in an effect, it follows the experiment. Without one: before the first step; NaN is unknown. */
export function trainerValue(experiment?: Experiment): TrainerValue {
  const state = experiment?.run.state;
  const accuracies = experiment?.evaluation.accuracies;
  return {
    step: state?.progress?.step ?? 0,
    epoch: state?.progress?.epoch ?? 0,
    training: state?.training ?? false,
    finished: state?.phase === 'finished',
    trainingLoss: experiment?.run.setLoss('training') ?? NaN,
    evaluationLoss: experiment?.run.setLoss('evaluation') ?? NaN,
    trainingAccuracy: accuracies?.training ?? NaN,
    evaluationAccuracy: accuracies?.evaluation ?? NaN,
  };
}
