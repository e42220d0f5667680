import { describe, expect, it } from 'vitest';
import { easedSpeed, StepBudget } from '../../../src/training/running/stepBudget.ts';
import { endlessStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

describe('StepBudget', () => {
  it('makes up for six frames at most', () => {
    const budget = new StepBudget(10);
    budget.restart(0);
    for (let i = 0; i < 10; i++) budget.made(1000, 1); // 14,000 steps fit into a piece
    budget.restart(0);
    expect(budget.due(10_000, 1000)).toBe(60);
    const slow = new StepBudget(1 / 60);
    slow.restart(0);
    for (let i = 0; i < 10; i++) slow.made(1000, 1);
    expect(slow.due(60_000, 0)).toBe(6);
  });

  it('grows to a piece of 14 ms, little by little, and falls at once', () => {
    const budget = new StepBudget(Infinity);
    const sizes: number[] = [];
    for (let i = 0; i < 8; i++) {
      sizes.push(budget.affordable);
      budget.made(budget.affordable, budget.affordable * 0.5);
    }
    // Twice 1, twice 0.8·1 + 2, twice 0.8·2.8 + 5, rounded down.
    expect(sizes.slice(0, 4)).toEqual([1, 2, 5, 14]);
    // 28 steps of 0.5 ms, or one less where a sum was rounded.
    expect([27, 28]).toContain(sizes.at(-1));
    budget.made(28, 280);
    expect(budget.affordable).toBeLessThan(7);
  });

  it('begins with single steps again where their cost is not known', () => {
    const budget = new StepBudget(Infinity);
    for (let i = 0; i < 8; i++) budget.made(budget.affordable, 0);
    expect(budget.affordable).toBeGreaterThan(100);
    budget.forgetCosts();
    expect(budget.due(0, 0)).toBe(1);
  });

  it('waits a frame at most, and no less than a millisecond', () => {
    const budget = new StepBudget(1 / 60);
    budget.restart(0);
    expect(budget.due(0, 0)).toBe(1);
    budget.made(1, 1);
    expect(budget.due(1, 1)).toBe(0);
    expect(budget.wait()).toBeCloseTo(1000 / 60, 9);
    expect(budget.due(999.9, 1)).toBe(0);
    expect(budget.wait()).toBe(1);
    expect(budget.due(1001, 1)).toBe(1);
  });
});

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

  it('is 60 frames a second, once it was reached', async () => {
    for (const stepsPerFrame of [5, 20, 100]) {
      // With s steps, ds/dt = s ln 2 from the second at which one step a frame is too few.
      const begin = 60 / Math.LN2;
      const reached = begin / 60 + Math.log2(stepsPerFrame);
      const expected = begin * stepsPerFrame + 60 * stepsPerFrame;
      const steps = await stepsAt(stepsPerFrame, 1000 * (reached + 1));
      expect(Math.abs(steps - expected)).toBeLessThanOrEqual(0.06 * expected);
    }
    expect(Math.abs((await stepsAt(1, 2000)) - 120)).toBeLessThanOrEqual(2);
  });

  it('begins with a step a frame and doubles each second, but for the fastest', () => {
    expect(easedSpeed(5, 0)).toBe(1);
    expect(easedSpeed(1 / 60, 0)).toBe(1 / 60);
    expect(easedSpeed(100, 120 / Math.LN2)).toBeCloseTo(2, 9);
    expect(easedSpeed(5, 1e6)).toBe(5);
    expect(easedSpeed(Infinity, 0)).toBe(Infinity);
  });

  it('is what the engine can do where more is asked for, and lets no piece grow', async () => {
    const steered = new SteeredSession();
    steered.costs = { step: 2, cell: 0.0001 };
    await steered.start({ ...endlessStart, stepsPerFrame: 100 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(12_000);
    expect(steered.engine.longestCall).toBeLessThanOrEqual(16);
    expect(steered.frame.progress.step).toBeGreaterThan(3000);
  });

  it('changes while training', async () => {
    const steered = new SteeredSession();
    await steered.start({ ...endlessStart, stepsPerFrame: 1 / 60 });
    await steered.command({ kind: 'train' });
    await steered.command({ kind: 'changeSpeed', stepsPerFrame: 5 });
    await steered.clock.pass(1000);
    const { step } = steered.frame.progress;
    expect(step).toBeGreaterThan(55);
    expect(step).toBeLessThanOrEqual(62);
  });

  it('is measured over about the last second', async () => {
    const steered = new SteeredSession();
    await steered.start({ ...endlessStart, stepsPerFrame: 20 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(10_000);
    expect(steered.frame.stepsPerSecond).toBeGreaterThan(1150);
    expect(steered.frame.stepsPerSecond).toBeLessThan(1250);
    await steered.command({ kind: 'pause' });
    expect(steered.frame.stepsPerSecond).toBe(0);
  });
});
