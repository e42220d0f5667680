import type { Initializer } from './initializer.ts';

/** Shows a failure: all units of a layer stay equal, because all get the same gradient. */
export const zeros: Initializer = {
  name: 'zeros',
  label: 'zeros',
  formula: 'w = 0',
  source: 'Rumelhart, Hinton and Williams, 1986, who name the symmetry that it cannot break',
  weight: () => 0,
};
