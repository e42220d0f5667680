import type { TrainingSpecification } from '../specification.ts';

/** The training with another schedule and its default hyperparameters. */
export function withSchedule(training: TrainingSpecification, name: string): TrainingSpecification {
  return { ...training, schedule: name, scheduleHyperparameters: {} };
}
