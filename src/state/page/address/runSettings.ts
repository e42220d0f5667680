import { engineNames } from '../../../engines/engineNames.ts';
import type { ChoiceField } from '../../../learning/settings/field.ts';
import { choiceSetting } from '../../../learning/settings/fieldSettings.ts';
import { lensOf } from '../../../learning/settings/lensOf.ts';
import type { Setting } from '../../../learning/settings/setting.ts';
import { defaultSettings, type RunSettings, speeds } from '../../experiment/settings.ts';

const engineField: ChoiceField = {
  key: 'engine',
  label: 'engine',
  meaning: 'What does the arithmetic; auto chooses what suits the device.',
  path: 'run.engine',
  choices: [
    { name: 'auto', label: 'automatic' },
    ...engineNames.map(({ name, title }) => ({ name, label: title })),
  ],
  default: defaultSettings.run.engine,
};

const speedField: ChoiceField = {
  key: 'speed',
  label: 'speed',
  meaning: 'How many steps a second training makes.',
  path: 'run.stepsPerFrame',
  choices: speeds,
  default: speedName(defaultSettings.run),
};

const speed = choiceSetting<RunSettings>(speedField, {
  get: speedName,
  set: (run, name) => {
    const stepsPerFrame = speeds.find((each) => each.name === name)?.stepsPerFrame;
    return stepsPerFrame === undefined ? run : { ...run, stepsPerFrame };
  },
});

/** Older links give a speed as its place in the list of that time. */
const formerSpeeds: ReadonlyMap<string, string> = new Map([
  ['1', '1/s'],
  ['2', '6/s'],
  ['3', '60/s'],
  ['4', '300/s'],
  ['5', '1200/s'],
  ['6', '6000/s'],
  ['7', 'max'],
]);

/** The settings of a run. */
export const runSettings: readonly Setting<RunSettings>[] = [
  choiceSetting(engineField, lensOf('engine')),
  { ...speed, read: (text, run) => speed.read(formerSpeeds.get(text.trim()) ?? text, run) },
];

function speedName({ stepsPerFrame }: RunSettings): string {
  return speeds.find((speed) => speed.stepsPerFrame === stepsPerFrame)?.name ?? '';
}
