import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { StopRules } from '../../../src/learning/configuration.ts';
import { StopRuleChecker } from '../../../src/training/running/stopRuleChecker.ts';
import { articleStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const none: StopRules = { epochs: 0, loss: 0, accuracy: 0, plateau: 0 };

describe('StopRuleChecker', () => {
  it('ends at the multiples of the epochs', () => {
    const checker = new StopRuleChecker({ ...none, epochs: 30 }, 0);
    expect(checker.check(29, NaN, NaN)).toBeUndefined();
    expect(checker.check(30, NaN, NaN)).toBe('30 epochs are done.');
    for (const [epoch, limit] of [
      [0, 30],
      [29, 30],
      [30, 60],
      [31, 60],
      [60, 90],
    ] as const) {
      checker.resume(epoch);
      expect(checker.epochLimit).toBe(limit);
    }
  });

  it('needs the evaluation set for no other rule than those about it', () => {
    expect(new StopRuleChecker({ ...none, epochs: 30 }, 0).needsLosses).toBe(false);
    expect(new StopRuleChecker({ ...none, loss: 0.1 }, 0).needsLosses).toBe(true);
    expect(new StopRuleChecker({ ...none, accuracy: 0.9 }, 0).needsLosses).toBe(true);
    expect(new StopRuleChecker({ ...none, plateau: 3 }, 0).needsLosses).toBe(true);
  });

  it('never ends without rules', () => {
    const checker = new StopRuleChecker(none, 0);
    expect(checker.check(1_000_000, 0, 1)).toBeUndefined();
    expect(checker.epochLimit).toBe(Infinity);
  });

  it('ends at a loss, once', () => {
    const checker = new StopRuleChecker({ ...none, loss: 0.1 }, 0);
    expect(checker.check(1, 0.11, 1)).toBeUndefined();
    expect(checker.check(2, 0.1, 1)).toBe(
      'After 2 epochs the evaluation loss is 0.1, at most 0.1 as asked.',
    );
    expect(checker.check(3, 0.09, 1)).toBeUndefined();
  });

  it('ends at an accuracy, once', () => {
    const checker = new StopRuleChecker({ ...none, accuracy: 0.95 }, 0);
    expect(checker.check(1, 1, 0.949)).toBeUndefined();
    expect(checker.check(2, 1, 0.95)).toMatch(/accuracy on the evaluation set is 0.95/);
    expect(checker.check(3, 1, 0.99)).toBeUndefined();
  });

  it('ends on a plateau, and counts anew', () => {
    const checker = new StopRuleChecker({ ...none, plateau: 2 }, 0);
    const losses = [0.5, 0.4, 0.4, 0.41, 0.42, 0.43, 0.3, 0.3, 0.3];
    const ends = losses.flatMap((loss, i) => (checker.check(i + 1, loss, 0) ? [i + 1] : []));
    // Lowest at 2, so 4; anew from 4, so 6; lowest at 7, so 9.
    expect(ends).toEqual([4, 6, 9]);
  });

  it('forgets what it saw when the run has gone back', () => {
    const checker = new StopRuleChecker({ ...none, plateau: 3 }, 0);
    const check = ([epoch, loss]: readonly [number, number]) => checker.check(epoch, loss, 0);
    const before: [number, number][] = [
      [1, 0.5],
      [2, 0.4],
      [3, 0.3],
    ];
    // Higher than the lowest of before for 5 epochs, but falling.
    const after: [number, number][] = [
      [2, 0.9],
      [3, 0.8],
      [4, 0.7],
      [5, 0.6],
      [6, 0.5],
      [7, 0.5],
    ];
    expect([...before, ...after].map(check).filter(Boolean)).toEqual([]);
    expect(checker.check(8, 0.5, 0)).toBeUndefined();
    expect(checker.check(9, 0.5, 0)).toMatch(/has not fallen for 3 epochs/);
  });

  it('forgets on demand, and keeps its epoch limit', () => {
    const checker = new StopRuleChecker({ ...none, epochs: 10, accuracy: 0.9 }, 0);
    expect(checker.check(3, 1, 0.95)).toMatch(/accuracy/);
    expect(checker.check(4, 1, 0.95)).toBeUndefined();
    checker.forget(10);
    expect(checker.epochLimit).toBe(10);
    expect(checker.check(5, 1, 0.95)).toMatch(/accuracy/);
  });

  it('needs the accuracy for its rule alone, until that has ended training', () => {
    expect(new StopRuleChecker({ ...none, loss: 0.1 }, 0).needsAccuracy).toBe(false);
    const checker = new StopRuleChecker({ ...none, accuracy: 0.9 }, 0);
    expect(checker.needsAccuracy).toBe(true);
    checker.check(1, 1, 0.95);
    expect(checker.needsAccuracy).toBe(false);
  });

  it('lets NaN, the loss of an empty set, end nothing', () => {
    const checker = new StopRuleChecker({ ...none, loss: 0.1, accuracy: 0.5 }, 0);
    expect(checker.check(1, NaN, NaN)).toBeUndefined();
  });

  it('speaks of one epoch in the singular', () => {
    expect(new StopRuleChecker({ ...none, epochs: 1 }, 0).check(1, NaN, NaN)).toBe(
      '1 epoch is done.',
    );
  });
});

describe('a rule about the evaluation set', () => {
  /** Where a run ends at that speed, and why. */
  async function end(rules: Partial<StopRules>, stepsPerFrame: number) {
    const steered = new SteeredSession();
    const stopping = { ...none, ...rules };
    const training = { ...articleConfiguration.training, rate: 0.3 };
    await steered.start({
      configuration: { ...articleConfiguration, training, stopping },
      stepsPerFrame,
    });
    await steered.trainToTheEnd();
    expect(steered.phase).toBe('finished');
    const { progress, parameters } = steered.snapshot;
    await steered.clock.pass(100);
    return { progress, parameters, reason: steered.reason, losses: steered.losses };
  }

  it.each([
    ['loss', { loss: 0.015 }],
    ['accuracy', { accuracy: 0.98 }],
    ['plateau', { plateau: 3 }],
  ])('ends at the same step at any speed: %s', async (_name, rules) => {
    const fast = await end(rules, Infinity);
    expect(fast.progress.position).toBe(0);
    expect(fast.progress.step).toBe(20 * fast.progress.epoch);
    for (const stepsPerFrame of [0.3, 7, 100])
      expect(await end(rules, stepsPerFrame)).toEqual(fast);
  });

  it('ends at the first epoch whose loss is low enough', async () => {
    const { progress, losses } = await end({ loss: 0.015 }, Infinity);
    expect(losses.evaluation).toBeLessThanOrEqual(0.015);
    const before = await end({ epochs: progress.epoch - 1 }, Infinity);
    expect(before.losses.evaluation).toBeGreaterThan(0.015);
  });

  it('does not end training again after it has been continued', async () => {
    const steered = new SteeredSession();
    const stopping = { ...none, epochs: 10, accuracy: 0.9 };
    await steered.start({ configuration: { ...articleStart.configuration, stopping } });
    await steered.trainToTheEnd();
    expect(steered.reason).toMatch(/^After \d epochs the accuracy/);
    await steered.trainToTheEnd();
    expect(steered.reason).toBe('10 epochs are done.');
  });
});
