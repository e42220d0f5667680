import { entryAt } from '../../learning/entryAt.ts';
import type { Experiment } from '../experiment/experiment.svelte.ts';
import { type ChoiceStorage, Persisted } from '../page/persisted.svelte.ts';
import type { Challenge, Facts } from './challenge.ts';
import { challenges } from './challenges.ts';

/** One question at a time, and which goals were reached in this browser. */
export class ChallengeList {
  readonly #experiment: Experiment;
  /** Of each challenge. */
  readonly #reached: readonly Persisted<'open' | 'reached'>[];
  #index = $state(0);
  /** The name of the challenge that the user has begun. */
  #begun = $state('');

  constructor(experiment: Experiment, storage: ChoiceStorage | undefined) {
    this.#experiment = experiment;
    this.#reached = challenges.map(
      ({ name }) =>
        new Persisted<'open' | 'reached'>(storage, {
          key: `edgewise-challenge-${name}`,
          choices: ['open', 'reached'],
          fallback: 'open',
        }),
    );
    this.#index = Math.max(
      0,
      challenges.findIndex((each) => !this.isReached(each)),
    );
  }

  get current(): Challenge {
    return entryAt(challenges, this.#index);
  }

  get number(): number {
    return this.#index + 1;
  }

  get count(): number {
    return challenges.length;
  }

  /** Whether the question was taken on, and the present experiment answers it. */
  get isAnswered(): boolean {
    return this.#begun === this.current.name && this.current.isReached(this.#facts);
  }

  /** The user takes the present question on. */
  begin(): void {
    this.#begun = this.current.name;
  }

  isReached(challenge: Challenge): boolean {
    return this.#reached[challenges.indexOf(challenge)]?.choice === 'reached';
  }

  /** Notes that the goal of the present question was reached. */
  note(): void {
    if (this.isReached(this.current)) return;
    this.#reached[this.#index]?.choose('reached');
    this.#experiment.announcer.say(`Reached. ${this.current.word}`);
  }

  /** To the next question, or with −1 to the one before. */
  turn(by: number): void {
    this.#index = (this.#index + by + challenges.length) % challenges.length;
  }

  get #facts(): Facts {
    const { history, evaluation, run } = this.#experiment;
    const { losses, progress, phase } = run.state;
    return {
      experiment: history.current,
      accuracies: evaluation.accuracies,
      loss: losses?.training ?? NaN,
      step: progress?.step ?? 0,
      diverged: phase === 'diverged',
    };
  }
}
