import type { LossPoint } from '../../training/protocol/frame.ts';
import type { RunEvaluation, SetAccuracies } from '../evaluation/runEvaluation.svelte.ts';
import type { FieldPlanes, PlotField } from '../plot/plotField.svelte.ts';
import type { TrainingRun } from './trainingRun.svelte.ts';

/** What is kept of a run. */
export interface KeptRun {
  readonly losses: readonly LossPoint[];
  readonly accuracies: SetAccuracies;
  /** What it predicted over the window; undefined where that was not seen. */
  readonly planes: FieldPlanes | undefined;
}

/** The run before the present one, on the same samples: what the present one is compared with. */
export class RunBefore {
  readonly #run: TrainingRun;
  readonly #evaluation: RunEvaluation;
  readonly #field: PlotField;
  #kept = $state.raw<KeptRun>();
  /** Whether its boundary is drawn in the plot. */
  boundaryShown = $state(false);

  constructor(run: TrainingRun, evaluation: RunEvaluation, field: PlotField) {
    this.#run = run;
    this.#evaluation = evaluation;
    this.#field = field;
  }

  /** Undefined where there was none. */
  get kept(): KeptRun | undefined {
    return this.#kept;
  }

  /** Its field, where the boundary is to be drawn. */
  get planes(): FieldPlanes | undefined {
    return this.boundaryShown ? this.#kept?.planes : undefined;
  }

  /** The present run ends; one that has not learned anything is not worth keeping. */
  keep(): void {
    const { progress, curve } = this.#run.state;
    if (!progress || progress.step === 0) return;
    this.#kept = {
      losses: curve.points,
      accuracies: this.#evaluation.accuracies,
      planes: this.#field.planes,
    };
  }

  /** Other samples: nothing can be compared. */
  forget(): void {
    this.#kept = undefined;
  }
}
