import { scheduleNamed } from '../schedules/schedules.ts';
import { trainingFields } from '../settings/trainingFields.ts';
import type { TrainingSpecification } from '../specification.ts';
import { updaterNamed } from '../updaters/updaters.ts';
import { parameterIndices } from './validateMask.ts';
import { hyperparameterValues, nameIn, number, plainObject, record } from './validators.ts';

const { rate, batchSize, l1, l2, dropout, clipping } = trainingFields;
const updaterName = nameIn(trainingFields.updater.choices);
const scheduleName = nameIn(trainingFields.schedule.choices);

/**
 * Updater and schedule are checked first, because they decide which hyperparameters there are.
 * @throws SpecificationError for a field that is wrong.
 */
export function validateTraining(value: unknown): TrainingSpecification {
  const path = 'training';
  const given = plainObject(value, path);
  const updater = updaterNamed(updaterName(given.updater, `${path}.updater`));
  const schedule = scheduleNamed(scheduleName(given.schedule, `${path}.schedule`));
  const validate = record<TrainingSpecification>({
    updater: updaterName,
    hyperparameters: hyperparameterValues(updater.hyperparameters),
    rate: number(rate),
    schedule: scheduleName,
    scheduleHyperparameters: hyperparameterValues(schedule.hyperparameters),
    batchSize: number(batchSize),
    l1: number(l1),
    l2: number(l2),
    dropout: number(dropout),
    clipping: number(clipping),
    frozen: parameterIndices,
    cut: parameterIndices,
  });
  return validate(given, path);
}
