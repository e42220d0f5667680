import { describe, expect, it } from 'vitest';
import { endlessStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

describe('speed', () => {
  async function stepsAt(stepsPerFrame: number, milliseconds: number): Promise<number> {
    const steered = new SteeredSession();
    steered.costs = { step: 0.05, cell: 0.0001 };
    await steered.start({ ...endlessStart, stepsPerFrame });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(milliseconds);
    return steered.frame.progress.step;
  }

  it('is one step a second for 1/60 step a frame', async () => {
    expect(await stepsAt(1 / 60, 500)).toBe(1);
    expect(await stepsAt(1 / 60, 3500)).toBe(4);
  });

  it('is 60 frames a second', async () => {
    for (const stepsPerFrame of [1, 5, 20, 100]) {
      // The first frame's steps come at once, and the last may still be owed.
      const expected = 60 * stepsPerFrame * 2;
      const steps = await stepsAt(stepsPerFrame, 2000);
      expect(Math.abs(steps - expected)).toBeLessThanOrEqual(2 * stepsPerFrame);
    }
  });

  it('is what the engine bears where the wish is higher, and never lets a piece grow', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 2, cell: 0.0001 };
    await steered.start({ ...endlessStart, stepsPerFrame: 100 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(2000);
    expect(steered.engine.longestCall).toBeLessThanOrEqual(16);
    expect(steered.frame.progress.step).toBeGreaterThan(900);
  });

  it('changes while training', async () => {
    const steered = new SteeredSession();
    await steered.start({ ...endlessStart, stepsPerFrame: 1 / 60 });
    await steered.command({ kind: 'train' });
    await steered.command({ kind: 'changeSpeed', stepsPerFrame: 5 });
    await steered.clock.pass(1000);
    const { step } = steered.frame.progress;
    expect(step).toBeGreaterThan(280);
    expect(step).toBeLessThanOrEqual(306);
  });

  it('is measured over about the last second', async () => {
    const steered = new SteeredSession();
    await steered.start({ ...endlessStart, stepsPerFrame: 20 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(3000);
    expect(steered.frame.stepsPerSecond).toBeGreaterThan(1150);
    expect(steered.frame.stepsPerSecond).toBeLessThan(1250);
    await steered.command({ kind: 'pause' });
    expect(steered.frame.stepsPerSecond).toBe(0);
  });
});
