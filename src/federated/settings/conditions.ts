import type { classFields } from './classFields.ts';
import type { ClassSettings } from './classSettings.ts';

/** A setting that has an effect only with certain others. */
interface Condition {
  readonly name: keyof typeof classFields;
  /** What it needs, as options of the terminal. */
  readonly wanted: string;
  readonly isMet: (settings: ClassSettings) => boolean;
}

export const conditions: readonly Condition[] = [
  { name: 'alpha', wanted: '--deal dirichlet', isMet: ({ deal }) => deal === 'dirichlet' },
  { name: 'localEpochs', wanted: '--work epochs', isMet: ({ work }) => work === 'epochs' },
  { name: 'batches', wanted: '--work gradient', isMet: ({ work }) => work === 'gradient' },
  { name: 'delta', wanted: '--noise above 0', isMet: ({ noise }) => noise > 0 },
  { name: 'poison', wanted: '--poisoned of at least 1', isMet: ({ poisoned }) => poisoned > 0 },
  {
    name: 'amplification',
    wanted: '--poisoned and --poison amplify',
    isMet: ({ poisoned, poison }) => poisoned > 0 && poison === 'amplify',
  },
];

/** Whether a setting has an effect with the others. */
export function hasEffect(name: keyof typeof classFields, settings: ClassSettings): boolean {
  return conditions.every((condition) => condition.name !== name || condition.isMet(settings));
}
