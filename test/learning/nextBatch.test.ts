import { describe, expect, it } from 'vitest';
import { nextBatch } from '../../src/learning/nextBatch.ts';

const start = { step: 0, epoch: 0, position: 0, updates: 0 };

describe('nextBatch', () => {
  it('walks through an epoch, takes what is left of it, and begins the next', () => {
    const walked: number[][] = [];
    let progress = start;
    for (let step = 0; step < 4; step++) {
      const { epoch, first, count, after } = nextBatch(progress, 10, 4);
      walked.push([epoch, first, count]);
      progress = after;
    }
    expect(walked).toEqual([
      [0, 0, 4],
      [0, 4, 4],
      [0, 8, 2],
      [1, 0, 4],
    ]);
    expect(progress).toEqual({ step: 4, epoch: 1, position: 4, updates: 4 });
  });

  it('ends the epoch with its last sample', () => {
    expect(nextBatch({ ...start, position: 5 }, 10, 5).after).toMatchObject({
      epoch: 1,
      position: 0,
    });
  });

  it('takes a set that is smaller than a batch whole', () => {
    expect(nextBatch(start, 3, 50)).toMatchObject({ first: 0, count: 3, after: { epoch: 1 } });
  });

  it('begins the next epoch where the set has become too small', () => {
    const beyond = { step: 9, epoch: 2, position: 30, updates: 4 };
    expect(nextBatch(beyond, 30, 20)).toEqual({
      epoch: 3,
      first: 0,
      count: 20,
      after: { step: 10, epoch: 3, position: 20, updates: 5 },
    });
  });
});
