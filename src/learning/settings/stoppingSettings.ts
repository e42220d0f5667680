import type { StopRules } from '../configuration.ts';
import { numberSetting } from './fieldSettings.ts';
import { lensOf } from './lensOf.ts';
import type { Setting } from './setting.ts';
import { stoppingFields } from './stoppingFields.ts';

const { epochs, loss, accuracy, plateau } = stoppingFields;

/** The settings that end training. */
export const stoppingSettings: readonly Setting<StopRules>[] = [
  numberSetting(epochs, lensOf('epochs')),
  numberSetting(loss, lensOf('loss')),
  numberSetting(accuracy, lensOf('accuracy')),
  numberSetting(plateau, lensOf('plateau')),
];
