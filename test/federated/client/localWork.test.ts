import { expect, it } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { LocalWork, type WorkPlan } from '../../../src/federated/client/localWork.ts';
import { smallSpecification, someParameters, someSamples } from '../../support/networks.ts';
import { expectClose } from '../../support/tolerance.ts';

const size = 96;
const fedSgd = { kind: 'gradient', epochs: 1, local: 'none', mu: 0 } as const;

async function createWork(plan: WorkPlan, batchSize: number) {
  const specification = smallSpecification({}, { batchSize });
  const parameters = someParameters(specification.network);
  const engine = await createSimdEngine(specification, parameters);
  await engine.load('training', someSamples(size));
  const work = new LocalWork(engine, { size, count: parameters.length, plan });
  const variate = new Float32Array();
  return (round: number) => work.work({ round, parameters, variate });
}

const rounding = { absolute: 1e-7, relative: 1e-5 };

it('takes the mini-batches of its epochs in turn, each sample once in an epoch', async () => {
  const [all, some] = [
    await createWork({ ...fedSgd, batches: 0 }, 32),
    await createWork({ ...fedSgd, batches: 1 }, 32),
  ];
  const whole = await all(0);
  expect(whole.samples).toBe(size);
  for (const first of [0, 3, 300]) {
    const parts = [await some(first), await some(first + 1), await some(first + 2)];
    expect(parts.map(({ samples }) => samples)).toEqual([32, 32, 32]);
    const mean = whole.change.map((_, i) =>
      parts.reduce((sum, { change }) => sum + (change[i] ?? NaN) / 3, 0),
    );
    expectClose(mean, whole.change, rounding);
  }
});

it('takes several mini-batches as one, over the end of an epoch too', async () => {
  const two = await createWork({ ...fedSgd, batches: 2 }, 40); // 40, 40, 16, 40, 40, 16, …
  expect((await two(0)).samples).toBe(80);
  expect((await two(1)).samples).toBe(56);
  const many = await createWork({ ...fedSgd, batches: 50 }, 40);
  expect((await many(0)).samples).toBe(size);
});

it('shuffles anew in each round', async () => {
  const epochs = await createWork({ ...fedSgd, kind: 'epochs', batches: 0 }, 16);
  const [first, again, second] = [await epochs(0), await epochs(0), await epochs(1)];
  expect(again.change).toEqual(first.change);
  expect(second.change).not.toEqual(first.change);
});
