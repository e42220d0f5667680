import { evaluate } from '../../learning/evaluation/evaluate.ts';
import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import { stats } from '../../learning/evaluation/stats.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSourceState } from '../experiment/sampleSource.svelte.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import type { Decision } from './decision.svelte.ts';
import { notesOnBoth } from './evaluationWords.ts';
import type { Evaluations } from './evaluationWords.ts';

/** The accuracy on both sets, 0 to 1; undefined where there is none. */
export type SetAccuracies = Readonly<Record<SetName, number | undefined>>;

/** The statistics of a run's newest frame, for a decision. */
export class RunEvaluation {
  readonly #run: TrainingRun;
  readonly #samples: SampleSourceState;
  readonly #decision: Decision;
  readonly #training = $derived(this.#evaluate('training'));
  readonly #evaluation = $derived(this.#evaluate('evaluation'));

  constructor(run: TrainingRun, samples: SampleSourceState, decision: Decision) {
    this.#run = run;
    this.#samples = samples;
    this.#decision = decision;
  }

  /** Of both sets; undefined before the first frame. */
  get sets(): Evaluations {
    return { training: this.#training, evaluation: this.#evaluation };
  }

  get accuracies(): SetAccuracies {
    const { training, evaluation } = this.sets;
    return { training: accuracyOf(training), evaluation: accuracyOf(evaluation) };
  }

  /** Whether some predictions are no finite numbers, as after a divergence. */
  get undecided(): boolean {
    return Object.values(this.sets).some((each) => each !== undefined && each.undecided > 0);
  }

  /** K of the network that is evaluated. */
  get classes(): number {
    return this.#run.configuration?.network.classes ?? 2;
  }

  /** Whether there are statistics of samples. */
  get available(): boolean {
    return [this.#training, this.#evaluation].some(
      (each) => each !== undefined && each.samples > 0,
    );
  }

  /** Notes on both sets, each once. */
  get notes(): readonly string[] {
    return notesOnBoth(this.sets);
  }

  /** The statistics of both sets as text. */
  get text(): string {
    const part = (name: string, each: Evaluation | undefined) =>
      each && each.samples > 0 ? `${name}\n${stats(each)}` : '';
    return [part('Training set', this.#training), part('Evaluation set', this.#evaluation)]
      .filter(Boolean)
      .join('\n\n');
  }

  /** How many samples of these sets are wrongly classified. */
  wrongCount(sets: readonly SetName[]): number {
    return sets
      .map((set) => this.sets[set])
      .reduce(
        (sum, each) =>
          sum + (each ? Math.round(each.samples * (1 - each.value('accuracy')) || 0) : 0),
        0,
      );
  }

  #evaluate(set: SetName): Evaluation | undefined {
    const probabilities = this.#run.probabilities(set);
    const { labels } = this.#samples.sets[set];
    const { classes } = this;
    // Between a change of the samples and the first frame with them the two do not match.
    if (probabilities?.length !== labels.length * classes) return undefined;
    const loss = this.#run.setLoss(set);
    return evaluate(probabilities, labels, classes, { ...this.#decision.settings, loss });
  }
}

function accuracyOf(evaluation: Evaluation | undefined): number | undefined {
  return evaluation && evaluation.samples > 0 ? evaluation.value('accuracy') : undefined;
}
