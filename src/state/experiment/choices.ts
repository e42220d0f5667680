import { activations } from '../../learning/activations/activations.ts';
import { datasets } from '../../learning/datasets/datasets.ts';
import { features } from '../../learning/features.ts';
import type { Hyperparameter } from '../../learning/hyperparameter.ts';
import { initializers } from '../../learning/initializers/initializers.ts';
import { schedules } from '../../learning/schedules/schedules.ts';
import { updaters } from '../../learning/updaters/updaters.ts';

/** One entry of a family, as far as the screen needs it. */
export interface Choice {
  readonly name: string;
  readonly label: string;
}

interface Formulated extends Choice {
  readonly formula: string;
}

interface Described extends Choice {
  /** One sentence for the learner. */
  readonly description: string;
}

interface Adjustable extends Choice {
  readonly hyperparameters: readonly Hyperparameter[];
}

export const datasetChoices: readonly Described[] = datasets;
export const featureChoices: readonly Formulated[] = features;
export const activationChoices: readonly Formulated[] = activations;
export const initializerChoices: readonly Formulated[] = initializers;
export const scheduleChoices: readonly (Formulated & Adjustable)[] = schedules;
export const updaterChoices: readonly Adjustable[] = updaters;
