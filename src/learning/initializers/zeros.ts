import type { Initializer } from './initializer.ts';

/** To show what goes wrong: all units of a layer stay alike, because all get the same gradient. */
export const zeros: Initializer = {
  name: 'zeros',
  label: 'zeros',
  formula: 'w = 0',
  source: 'Rumelhart, Hinton and Williams, 1986, who name the symmetry that it cannot break',
  weight: () => 0,
};
