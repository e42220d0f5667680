import type { UpdaterFactors } from './updaterFactors.ts';

/** `share` = 1 − ρ, the weight of the new value in a running mean that keeps ρ of the old one. */
export const decayShare: UpdaterFactors = {
  names: ['share'],
  write(target, first, { decay = NaN }) {
    target[first] = 1 - decay;
  },
};
