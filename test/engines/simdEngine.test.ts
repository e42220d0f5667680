import { expect, it, onTestFinished, vi } from 'vitest';
import { createSharedSimdEngines, createSimdEngine } from '../../src/engines/simdEngine.ts';
import { engineContract } from '../contract/engineContract.ts';
import { smallSpecification, someParameters, someSamples } from '../support/networks.ts';

// All arithmetic in single precision, 6e-8 of the size of each result, sums of up to 64 of them.
engineContract('simd', createSimdEngine, {
  trained: { absolute: 2e-5, relative: 1e-4 },
  computed: { absolute: 2e-6, relative: 1e-5 },
});

it('gives the memory of an engine to the next one that shares its kernel', async () => {
  const specification = smallSpecification({}, { frozen: [3] });
  const create = createSharedSimdEngines();
  const use = async () => {
    const engine = await create(specification, someParameters(specification.network));
    await engine.load('training', someSamples(20_000));
    await engine.train(3);
    engine.dispose();
    engine.dispose();
  };
  await use();
  const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
  onTestFinished(() => grow.mockRestore());
  for (let i = 0; i < 5; i++) await use();
  expect(grow).not.toHaveBeenCalled();
});
