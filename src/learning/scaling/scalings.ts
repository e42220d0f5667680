import { named } from '../named.ts';
import type { ScalingMethod } from './scaling.ts';

const none: ScalingMethod = {
  name: 'none',
  label: 'none',
  meaning: 'The network learns on x and y as they are.',
  fit: () => ({ shift: 0, size: 1 }),
};

const minMax: ScalingMethod = {
  name: 'min-max',
  label: 'min–max',
  meaning: 'The smallest x and y of the training set become 0, the largest become 1.',
  fit: ({ low, high }) => ({ shift: low, size: high - low || 1 }),
};

const standard: ScalingMethod = {
  name: 'standard',
  label: 'standardise',
  meaning: 'The training set’s x and y get mean 0 and standard deviation 1.',
  fit: ({ mean, deviation }) => ({ shift: mean, size: deviation || 1 }),
};

/** All ways to scale. A coordinate that is the same in all samples is only shifted. */
export const scalings: readonly ScalingMethod[] = [none, minMax, standard];

/** Throws a RangeError for a name that is not in the table. */
export function scalingNamed(name: string): ScalingMethod {
  return named('scaling', scalings, name);
}
