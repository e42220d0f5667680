import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';
import { trainingFields } from '../../../src/learning/settings/trainingFields.ts';
import { divergenceReason } from '../../../src/training/running/divergenceReason.ts';
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

describe('the advice after a divergence', () => {
  const { min } = trainingFields.rate;

  it.each([10, 0.01, 3 * min, 1.0001 * min])('names a rate in the range below %d', (rate) => {
    const reason = divergenceReason({ ...training, rate }, 1);
    const advised = Number(/try (\S+)\.$/.exec(reason)?.[1]);
    expect(advised).toBeGreaterThanOrEqual(min);
    expect(advised).toBeLessThan(rate);
  });

  it('names the samples where no rate is lower', () => {
    const reason = divergenceReason({ ...training, rate: min }, 1);
    expect(reason).not.toMatch(/try/);
    expect(reason).toMatch(/the coordinates of the samples are far from 0 to 1\.$/);
  });
});

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
