import type { TrainingSpecification } from '../specification.ts';
import { choiceSetting, numberSetting } from './fieldSettings.ts';
import { hyperparameterSettings } from './hyperparameterSettings.ts';
import { scheduleFamily, updaterFamily } from './hyperparameterFields.ts';
import { lensOf } from './lensOf.ts';
import type { Setting } from './setting.ts';
import { trainingFields } from './trainingFields.ts';
import { withSchedule } from './withSchedule.ts';
import { withUpdater } from './withUpdater.ts';

const { updater, rate, schedule, batchSize, l1, l2, dropout, clipping } = trainingFields;

/** The settings of training, in the order in which they are read. */
export const trainingSettings: readonly Setting<TrainingSpecification>[] = [
  choiceSetting(updater, { get: (training) => training.updater, set: withUpdater }),
  numberSetting(rate, lensOf('rate')),
  ...hyperparameterSettings<TrainingSpecification>(updaterFamily, {
    get: (training) => ({ name: training.updater, values: training.hyperparameters }),
    set: (training, { values }) => ({ ...training, hyperparameters: values }),
  }),
  choiceSetting(schedule, { get: (training) => training.schedule, set: withSchedule }),
  ...hyperparameterSettings<TrainingSpecification>(scheduleFamily, {
    get: (training) => ({ name: training.schedule, values: training.scheduleHyperparameters }),
    set: (training, { values }) => ({ ...training, scheduleHyperparameters: values }),
  }),
  numberSetting(batchSize, lensOf('batchSize')),
  numberSetting(l1, lensOf('l1')),
  numberSetting(l2, lensOf('l2')),
  numberSetting(dropout, lensOf('dropout')),
  numberSetting(clipping, lensOf('clipping')),
];
