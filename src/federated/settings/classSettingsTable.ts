import { choiceSetting, numberSetting } from '../../learning/settings/fieldSettings.ts';
import { family } from '../../learning/settings/hyperparameterFields.ts';
import { hyperparameterSettings } from '../../learning/settings/hyperparameterSettings.ts';
import { lensOf } from '../../learning/settings/lensOf.ts';
import type { Setting } from '../../learning/settings/setting.ts';
import { strategies } from '../strategies/strategies.ts';
import { classFields as fields } from './classFields.ts';
import type { ClassSettings } from './classSettings.ts';

const strategyFamily = family(strategies, 'strategy-', 'class.strategyHyperparameters');

/** The settings of a simulated class, in the order in which they are read. */
export const classSettingsTable: readonly Setting<ClassSettings>[] = [
  numberSetting(fields.clients, lensOf('clients')),
  numberSetting(fields.rounds, lensOf('rounds')),
  choiceSetting(fields.deal, lensOf('deal')),
  numberSetting(fields.alpha, lensOf('alpha')),
  choiceSetting(fields.strategy, {
    get: ({ strategy }) => strategy,
    set: (settings, strategy) => ({ ...settings, strategy, strategyHyperparameters: {} }),
  }),
  ...hyperparameterSettings<ClassSettings>(strategyFamily, {
    get: ({ strategy, strategyHyperparameters }) => ({
      name: strategy,
      values: strategyHyperparameters,
    }),
    set: (settings, { values }) => ({ ...settings, strategyHyperparameters: values }),
  }),
  choiceSetting(fields.work, lensOf('work')),
  numberSetting(fields.localEpochs, lensOf('localEpochs')),
  numberSetting(fields.batches, lensOf('batches')),
  choiceSetting(fields.encoding, lensOf('encoding')),
  numberSetting(fields.clip, lensOf('clip')),
  numberSetting(fields.noise, lensOf('noise')),
  numberSetting(fields.delta, lensOf('delta')),
  numberSetting(fields.fraction, lensOf('fraction')),
  numberSetting(fields.dropouts, lensOf('dropouts')),
  numberSetting(fields.stragglers, lensOf('stragglers')),
  numberSetting(fields.poisoned, lensOf('poisoned')),
  choiceSetting(fields.poison, lensOf('poison')),
  numberSetting(fields.amplification, lensOf('amplification')),
];
