import type { ContractTolerances } from '../contract/enginePair.ts';

/**
 * Single precision rounds parameters and updater state to 6e-8 of their size after each step, and
 * what is read from the engine once more. The worst seen is a quarter of this.
 */
export const plainTolerances: ContractTolerances = {
  trained: { absolute: 1e-6, relative: 1e-5 },
  computed: { absolute: 1e-7, relative: 1e-6 },
};
