import { scheduleNamed, schedules } from '../schedules/schedules.ts';
import type { TrainingSpecification } from '../specification.ts';
import { updaterNamed, updaters } from '../updaters/updaters.ts';
import { limits } from './limits.ts';
import { hyperparameterValues, nameIn, number, plainObject, record, whole } from './validators.ts';

const { rate, batchSize, l1, l2, dropout, clipping } = limits.training;
const updaterName = nameIn(updaters);
const scheduleName = nameIn(schedules);

/**
 * Which hyperparameters there are depends on updater and schedule, so their names come first.
 * @throws SpecificationError for a field that is wrong.
 */
export function validateTraining(value: unknown, field = 'training'): TrainingSpecification {
  const given = plainObject(value, field);
  const updater = updaterNamed(updaterName(given.updater, `${field}.updater`));
  const schedule = scheduleNamed(scheduleName(given.schedule, `${field}.schedule`));
  const validate = record<TrainingSpecification>({
    updater: updaterName,
    hyperparameters: hyperparameterValues(updater.hyperparameters),
    rate: number(rate),
    schedule: scheduleName,
    scheduleHyperparameters: hyperparameterValues(schedule.hyperparameters),
    batchSize: whole(batchSize),
    l1: number(l1),
    l2: number(l2),
    dropout: number(dropout),
    clipping: number(clipping),
  });
  return validate(given, field);
}
