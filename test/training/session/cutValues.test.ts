import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { Mask } from '../../../src/learning/heldParameters.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { CutValues } from '../../../src/training/session/cutValues.ts';
import { endlessStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { network, training, stopping } = articleConfiguration;
const initial = Float32Array.from(initialParameters(network));

function cut(...indices: readonly number[]): Mask {
  return { frozen: [], cut: indices };
}

function change(mask: Partial<Mask>) {
  return {
    kind: 'changeTraining',
    training: { ...training, ...mask },
    stopping: { ...stopping, epochs: 0 },
  } as const;
}

async function paused(): Promise<SteeredSession> {
  const steered = new SteeredSession();
  await steered.start();
  await steered.command({ kind: 'train' });
  await steered.clock.pass(300);
  await steered.command({ kind: 'pause' });
  await steered.clock.pass(100);
  return steered;
}

describe('CutValues', () => {
  it('gives back what a parameter was when it was cut', () => {
    const values = new CutValues(initial);
    const trained = initial.map((value) => value + 1);
    const masked = values.follow(trained, cut(), cut(3, 7));
    expect(masked).toEqual(trained.with(3, 0).with(7, 0));
    expect(values.follow(trained.with(3, 0).with(7, 0), cut(3, 7), cut(7))).toEqual(
      trained.with(7, 0),
    );
  });

  it('has nothing to change where the same is cut', () => {
    const values = new CutValues(initial);
    expect(values.follow(initial, cut(3), { frozen: [1], cut: [3] })).toBeUndefined();
  });
});

describe('a weight cut in a run', () => {
  it('is 0 at once, and what it was when it is cut no more; nothing else moves', async () => {
    const steered = await paused();
    const before = structuredClone(steered.snapshot);
    await steered.command(change({ cut: [3] }));
    expect(steered.snapshot).toEqual({ ...before, parameters: before.parameters.with(3, 0) });
    await steered.command(change({}));
    expect(steered.snapshot).toEqual(before);
  });

  it('has its initial value again where the run began without it', async () => {
    const steered = new SteeredSession();
    await steered.start({
      configuration: { ...articleConfiguration, training: { ...training, cut: [3] } },
    });
    expect(steered.snapshot.parameters).toEqual(initial.with(3, 0));
    await steered.command(change({}));
    expect(steered.snapshot.parameters).toEqual(initial);
  });

  it('does not interrupt training, in which it stays 0', async () => {
    const steered = new SteeredSession();
    await steered.start(endlessStart);
    await steered.command({ kind: 'train' });
    await steered.clock.pass(100);
    const { step } = steered.frame.progress;
    await steered.command(change({ cut: [3], frozen: [4] }));
    const frozen = steered.snapshot.parameters[4];
    await steered.clock.pass(2000);
    expect(steered.phase).toBe('training');
    expect(steered.frame.progress.step).toBeGreaterThan(step);
    expect(steered.snapshot.progress.step).toBeGreaterThan(step);
    expect([3, 4].map((index) => steered.snapshot.parameters[index])).toEqual([0, frozen]);
  });

  it('is refused where the network has no such weight; the run goes on without', async () => {
    const steered = await paused();
    await steered.command(change({ cut: [102] }));
    expect(steered.of('refused').at(-1)).toMatchObject({
      command: 'changeTraining',
      message: 'cut: expected a whole number from 0 to 101, got 102',
    });
  });
});
