import { lensOf } from '../../../learning/settings/lensOf.ts';
import { type Setting, settingOfPart } from '../../../learning/settings/setting.ts';
import type {
  DisplaySettings,
  ExperimentSettings,
  RunSettings,
  Settings,
} from '../../experiment/settings.ts';
import { decisionSettings } from './decisionSettings.ts';
import { displaySettings } from './displaySettings.ts';
import { experimentSettings } from './experimentSettings.ts';
import { runSettings } from './runSettings.ts';

/**
 * All settings of the address, in the order in which they are read: a setting that decides the
 * default of another one comes first.
 */
export const addressSettings: readonly Setting<Settings>[] = [
  ...experimentSettings.map((setting) =>
    settingOfPart<Settings, ExperimentSettings>(setting, lensOf('experiment')),
  ),
  ...runSettings.map((setting) => settingOfPart<Settings, RunSettings>(setting, lensOf('run'))),
  ...decisionSettings,
  ...displaySettings.map((setting) =>
    settingOfPart<Settings, DisplaySettings>(setting, lensOf('display')),
  ),
];
