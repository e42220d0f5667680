import { expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { ReferenceNetwork } from '../../../src/learning/referenceNetwork.ts';
import { articleStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

async function paused() {
  const steered = new SteeredSession();
  await steered.start({ stepsPerFrame: 7 });
  await steered.command({ kind: 'train' });
  await steered.clock.pass(300);
  await steered.command({ kind: 'pause' });
  await steered.clock.pass(100);
  return steered;
}

it('sets one parameter by hand; all others, progress and updater state stay', async () => {
  const steered = await paused();
  const before = structuredClone(steered.snapshot);
  await steered.command({ kind: 'setParameter', index: 101, value: -1.5 });
  await steered.clock.pass(100);
  const parameters = before.parameters.with(101, -1.5);
  expect(steered.snapshot).toEqual({ ...before, parameters });
  expect(steered.frame.progress).toEqual(before.progress);
  const reference = new ReferenceNetwork(articleConfiguration, parameters);
  reference.load('training', articleStart.samples.training);
  // Single against double precision.
  expect(steered.losses.training).toBeCloseTo(reference.loss('training'), 5);
  expect(steered.field.values).toHaveLength(steered.field.resolution ** 2);
});

it('continues to train with it', async () => {
  const steered = await paused();
  await steered.command({ kind: 'train' });
  await steered.command({ kind: 'setParameter', index: 0, value: 2 });
  expect(steered.phase).toBe('training');
  await steered.rests();
  expect(steered.phase).toBe('finished');
});

it.each([-1, 102])('refuses the index %i of a network of 102 parameters', async (index) => {
  const steered = await paused();
  const before = structuredClone(steered.snapshot);
  await steered.command({ kind: 'setParameter', index, value: 1 });
  expect(steered.of('refused').at(-1)).toMatchObject({
    command: 'setParameter',
    message: `Expected the index of one of 102 parameters, got ${index}.`,
  });
  expect(steered.snapshot).toEqual(before);
});

it('refuses to set what is cut', async () => {
  const steered = await paused();
  const training = { ...articleConfiguration.training, cut: [7] };
  const { stopping } = articleConfiguration;
  await steered.command({ kind: 'changeTraining', training, stopping });
  await steered.command({ kind: 'setParameter', index: 7, value: 1 });
  expect(steered.of('refused').at(-1)).toMatchObject({
    command: 'setParameter',
    message: 'Parameter 7 is cut: it stays 0 until it is cut no more.',
  });
  expect(steered.snapshot.parameters[7]).toBe(0);
});

it('says that a run has diverged where the value leads to no finite loss', async () => {
  const steered = await paused();
  // Both weights of the first unit: their sum is too large for single precision.
  await steered.command({ kind: 'setParameter', index: 0, value: 3.4e38 });
  await steered.command({ kind: 'setParameter', index: 20, value: 3.4e38 });
  await steered.clock.pass(100);
  expect(steered.phase).toBe('diverged');
  await steered.command({ kind: 'setParameter', index: 0, value: 0 });
  expect(steered.of('refused').at(-1)).toMatchObject({ command: 'setParameter' });
});
