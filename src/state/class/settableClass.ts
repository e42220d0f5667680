import type { ClassSettings } from '../../federated/settings/classSettings.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';

/** A class whose settings can be changed, simulated or real. */
export interface SettableClass {
  readonly dataset: { readonly name: string };
  readonly settings: ClassSettings;
  readonly training: TrainingSpecification;
  /** Another data set. */
  choose(set: string): void;
  change(settings: Partial<ClassSettings>): void;
  train(training: Partial<TrainingSpecification>): void;
}
