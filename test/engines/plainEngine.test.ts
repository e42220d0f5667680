import { createPlainEngine } from '../../src/engines/plainEngine.ts';
import { engineContract } from '../contract/engineContract.ts';

// Single precision rounds parameters and updater state to 6e-8 of their size after each step.
engineContract('plain', createPlainEngine, {
  trained: { absolute: 1e-5, relative: 1e-4 },
  computed: { absolute: 1e-6, relative: 1e-6 },
});
