import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';
import {
  divergenceReason,
  largestCoordinate,
} from '../../../src/training/running/divergenceReason.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { network, training, stopping } = articleConfiguration;

/** Five wide layers of a linear activation at the highest rate allowed: the weights explode. */
const explosive = {
  ...articleConfiguration,
  network: {
    ...network,
    hidden: Array.from({ length: 5 }, () => ({ units: 16, activation: 'linear' })),
  },
  training: { ...training, rate: 10 },
};

async function diverged(stepsPerFrame: number): Promise<SteeredSession> {
  const steered = new SteeredSession();
  await steered.start({ configuration: explosive, stepsPerFrame });
  await steered.trainToTheEnd();
  return steered;
}

describe('a run that diverges', () => {
  it('stops and says why in plain words', async () => {
    const steered = await diverged(1);
    expect(steered.phase).toBe('diverged');
    expect(steered.reason).toMatch(
      /^Training has diverged: by step \d+ the loss is no longer a finite number\. The likely cause is that the learning rate of 10 is too high here; go back to the last good state and try 1\.$/,
    );
    await steered.clock.pass(1000);
    expect(steered.losses.training).toBeNaN();
    expect(steered.phase).toBe('diverged');
  });

  it.each([1 / 60, 1, Infinity])('keeps a good snapshot to go back to: %d', async (speed) => {
    const steered = await diverged(speed);
    expect(steered.phase).toBe('diverged');
    const good = steered.snapshot;
    expect(good.parameters.every(Number.isFinite)).toBe(true);
    await steered.command({ kind: 'restore', snapshot: good });
    await steered.clock.pass(100);
    expect(['ready', 'paused']).toContain(steered.phase);
    expect(steered.losses.training).not.toBeNaN();
  });

  it('continues only after it has gone back', async () => {
    const steered = await diverged(1);
    const refused = () => steered.of('refused').map(({ command }) => command);
    await steered.command({ kind: 'train' });
    await steered.command({ kind: 'step', unit: 'step' });
    expect(refused()).toEqual(['train', 'step']);
    expect(steered.phase).toBe('diverged');

    const { snapshot } = steered;
    const gentle = { ...training, updater: 'adagrad', hyperparameters: {}, rate: 0.001 };
    await steered.command({ kind: 'changeTraining', training: gentle, stopping });
    expect(steered.snapshot.updaterState.every((value) => value === 0)).toBe(true);
    await steered.command({ kind: 'restore', snapshot: steered.snapshot });
    expect(snapshot.parameters).toEqual(steered.snapshot.parameters);
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    expect(steered.frame.progress.position).toBe(0);
    expect(steered.losses.training).not.toBeNaN();
    expect(refused()).toHaveLength(2);
  });

  it('is noticed by its first frame in the middle of an epoch', async () => {
    const steered = new SteeredSession();
    const samples = makeSampleSets({ set: 'linear', training: 5000, evaluation: 10, seed: 1 });
    const configuration = { ...explosive, training: { ...explosive.training, batchSize: 1 } };
    await steered.start({ configuration, samples, stepsPerFrame: 1 });
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('diverged');
    expect(steered.engine.progress().epoch).toBe(0);
    await steered.clock.pass(100);
    const lost = steered.frames.filter(({ lossPoints }) =>
      Number.isNaN(lossPoints.at(-1)?.training),
    );
    // The one that has noticed it, and that of the state at rest.
    expect(lost).toHaveLength(2);
  });

  it('is noticed without any watch', async () => {
    const steered = new SteeredSession();
    await steered.start({ configuration: explosive, watches: [], stepsPerFrame: 1 });
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('diverged');
    await steered.clock.pass(100);
    expect(steered.losses.training).toBeNaN();
  });

  it('is noticed although no frame is acknowledged', async () => {
    const steered = new SteeredSession();
    steered.acknowledges = false;
    await steered.start({ configuration: explosive });
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('diverged');
  });
});

describe('the reason', () => {
  const reason = (rate: number, largest: number) =>
    divergenceReason({ ...training, rate }, 7, largest, (lower) => `try ${lower}`);

  it.each([
    [0.5, 1, 'the learning rate of 0.5 is too high here; try 0.05.'],
    [0.0123, 100, 'the learning rate of 0.0123 is too high here; try 0.0012.'],
    [1e-5, 1, 'the learning rate of 0.00001 is too high here; try 0.000001.'],
    [5e-6, 1, 'the learning rate of 0.000005 is too high here; try 0.000001.'],
    [
      1e-6,
      1,
      'the learning rate of 0.000001 is too high here, and it is the lowest; try a smaller network.',
    ],
    [0.01, 1e6, 'the coordinates are as large as 1000000; scale them to about 1.'],
    [1e-6, 3.4e38, 'the coordinates are as large as 3.4e+38; scale them to about 1.'],
  ])('at the rate %d and coordinates up to %d', (rate, largest, cause) => {
    expect(reason(rate, largest)).toBe(
      'Training has diverged: by step 7 the loss is no longer a finite number. ' +
        `The likely cause is that ${cause}`,
    );
  });

  it('looks at coordinates of both signs', () => {
    expect(largestCoordinate(new Float32Array([0.5, -4, 3, 0]))).toBe(4);
    expect(largestCoordinate(new Float32Array())).toBe(0);
  });
});
