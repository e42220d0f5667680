import type { Configuration, StopRules } from '../configuration.ts';
import type { NetworkSpecification, TrainingSpecification } from '../specification.ts';
import { withNetwork } from '../withNetwork.ts';
import { lensOf } from './lensOf.ts';
import { maskSettings } from './maskSettings.ts';
import { networkSettings } from './networkSettings.ts';
import { type Setting, settingOfPart } from './setting.ts';
import { stoppingSettings } from './stoppingSettings.ts';
import { trainingSettings } from './trainingSettings.ts';

/** All settings of a configuration, in the order in which they are read. */
export const configurationSettings: readonly Setting<Configuration>[] = [
  ...networkSettings.map((setting) =>
    settingOfPart<Configuration, NetworkSpecification>(setting, {
      get: ({ network }) => network,
      set: withNetwork,
    }),
  ),
  ...trainingSettings.map((setting) =>
    settingOfPart<Configuration, TrainingSpecification>(setting, lensOf('training')),
  ),
  ...maskSettings,
  ...stoppingSettings.map((setting) =>
    settingOfPart<Configuration, StopRules>(setting, lensOf('stopping')),
  ),
];
