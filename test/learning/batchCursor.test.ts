import { describe, expect, it } from 'vitest';
import { BatchCursor } from '../../src/learning/batchCursor.ts';
import type { Progress } from '../../src/learning/engine.ts';

const start: Progress = { step: 0, epoch: 0, position: 0, updates: 0 };

function cursorAt(progress: Partial<Progress>): BatchCursor {
  const cursor = new BatchCursor();
  cursor.progress = { ...start, ...progress };
  return cursor;
}

describe('BatchCursor', () => {
  it('walks through an epoch, takes what is left of it, and begins the next', () => {
    const cursor = new BatchCursor();
    expect(cursor.progress).toEqual(start);
    const walked: number[][] = [];
    for (let step = 0; step < 4; step++) {
      cursor.take(10, 4);
      walked.push([cursor.epoch, cursor.first, cursor.count]);
      cursor.leave();
    }
    expect(walked).toEqual([
      [0, 0, 4],
      [0, 4, 4],
      [0, 8, 2],
      [1, 0, 4],
    ]);
    expect(cursor.progress).toEqual({ step: 4, epoch: 1, position: 4, updates: 4 });
  });

  it('has moved only when it leaves', () => {
    const cursor = cursorAt({ position: 4 });
    cursor.take(10, 4);
    cursor.take(10, 6);
    expect([cursor.first, cursor.count]).toEqual([4, 6]);
    expect(cursor.progress).toEqual({ ...start, position: 4 });
  });

  it('ends the epoch with its last sample', () => {
    const cursor = cursorAt({ position: 5 });
    cursor.take(10, 5);
    cursor.leave();
    expect(cursor.progress).toMatchObject({ epoch: 1, position: 0 });
  });

  it('takes a set that is smaller than a batch whole', () => {
    const cursor = new BatchCursor();
    cursor.take(3, 50);
    expect([cursor.first, cursor.count]).toEqual([0, 3]);
    cursor.leave();
    expect(cursor.progress.epoch).toBe(1);
  });

  it('begins the next epoch where the set has become too small', () => {
    const cursor = cursorAt({ step: 9, epoch: 2, position: 30, updates: 4 });
    cursor.take(30, 20);
    expect([cursor.epoch, cursor.first, cursor.count]).toEqual([3, 0, 20]);
    cursor.leave();
    expect(cursor.progress).toEqual({ step: 10, epoch: 3, position: 20, updates: 5 });
  });
});
