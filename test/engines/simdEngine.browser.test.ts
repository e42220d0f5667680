import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import { engineContract } from '../contract/engineContract.ts';

// As in Node: see simdEngine.test.ts.
engineContract('simd', createSimdEngine, {
  trained: { absolute: 2e-5, relative: 1e-4 },
  computed: { absolute: 2e-6, relative: 1e-5 },
});
