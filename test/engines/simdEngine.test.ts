import { createSimdEngine } from '../../src/engines/simdEngine.ts';
import { engineContract } from '../contract/engineContract.ts';

// All arithmetic in single precision, 6e-8 of the size of each result, sums of up to 64 of them.
engineContract('simd', createSimdEngine, {
  trained: { absolute: 2e-5, relative: 1e-4 },
  computed: { absolute: 2e-6, relative: 1e-5 },
});
