import type { Samples, SetName } from '../../learning/samples.ts';
import type { LayerSpecification } from '../../learning/specification.ts';
import type { SampleSourceState } from '../experiment/sampleSource.svelte.ts';
import type { DecisionSettings } from '../experiment/settings.ts';
import type { Display } from '../page/display.svelte.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import type { Decision } from './decision.svelte.ts';
import type { RunEvaluation } from './runEvaluation.svelte.ts';

/** The largest share of wrong samples that is marked. */
const mostMarked = 0.25;

/** A set that is shown, and what the network predicts of it. */
export interface PredictedSet {
  readonly set: SetName;
  readonly samples: Samples;
  /** n×K, row-major. */
  readonly probabilities: Float32Array;
}

/** What the samples that are classified wrongly are found from: the sets that are shown. */
export class WrongSamples {
  readonly #run: TrainingRun;
  readonly #samples: SampleSourceState;
  readonly #display: Display;
  readonly #evaluation: RunEvaluation;
  readonly #decision: Decision;

  constructor(parts: {
    readonly run: TrainingRun;
    readonly samples: SampleSourceState;
    readonly display: Display;
    readonly evaluation: RunEvaluation;
    readonly decision: Decision;
  }) {
    this.#run = parts.run;
    this.#samples = parts.samples;
    this.#display = parts.display;
    this.#evaluation = parts.evaluation;
    this.#decision = parts.decision;
  }

  get decision(): DecisionSettings {
    return this.#decision.settings;
  }

  /** The sets that are shown, as far as something is predicted of them. */
  get shown(): readonly PredictedSet[] {
    return this.#display.shownSets.flatMap((set) => {
      const probabilities = this.#run.probabilities(set);
      return probabilities ? [{ set, samples: this.#samples.sets[set], probabilities }] : [];
    });
  }

  /** How many of the shown samples are wrong. */
  get count(): number {
    return this.#evaluation.wrongCount(this.#display.shownSets);
  }

  /** How many samples are shown. */
  get total(): number {
    return this.#display.shownSets.reduce((sum, set) => sum + this.#samples.size(set), 0);
  }

  /** Whether the network has not learned yet. */
  get untrained(): boolean {
    return (this.#run.state.progress?.step ?? 0) === 0;
  }

  /** Whether they help when they are marked: not before the first step, nor where they hide the rest. */
  get marked(): boolean {
    return !this.untrained && this.count <= mostMarked * this.total;
  }

  /** The hidden layers of the network that predicts. */
  get hidden(): readonly LayerSpecification[] {
    return this.#run.configuration?.network.hidden ?? [];
  }
}
