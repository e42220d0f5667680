import { describe, expect, it } from 'vitest';
import { BatchCursor } from '../../src/learning/batchCursor.ts';
import type { Progress } from '../../src/learning/engine.ts';

const start: Progress = { step: 0, epoch: 0, position: 0, updates: 0 };

/** A cursor in a training set of that size. */
function cursorIn(size: number, progress: Partial<Progress> = {}): BatchCursor {
  const cursor = new BatchCursor();
  cursor.load(size);
  cursor.progress = { ...start, ...progress };
  return cursor;
}

describe('BatchCursor', () => {
  it('walks through an epoch, takes what is left of it, and begins the next', () => {
    const cursor = cursorIn(10);
    expect(cursor.progress).toEqual(start);
    const walked: number[][] = [];
    for (let step = 0; step < 4; step++) {
      cursor.take(4);
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
    const cursor = cursorIn(10, { position: 4 });
    cursor.take(4);
    cursor.take(6);
    expect([cursor.first, cursor.count]).toEqual([4, 6]);
    expect(cursor.progress).toEqual({ ...start, position: 4 });
  });

  it('ends the epoch with its last sample', () => {
    const cursor = cursorIn(10, { position: 5 });
    cursor.take(5);
    cursor.leave();
    expect(cursor.progress).toMatchObject({ epoch: 1, position: 0 });
  });

  it('takes a set that is smaller than a batch whole', () => {
    const cursor = cursorIn(3);
    cursor.take(50);
    expect([cursor.first, cursor.count]).toEqual([0, 3]);
    cursor.leave();
    expect(cursor.progress.epoch).toBe(1);
  });

  it('ends an epoch that is under way when another set comes, and no other', () => {
    const cursor = cursorIn(10, { step: 9, epoch: 2, position: 4, updates: 4 });
    cursor.load(30);
    const ended = { step: 9, epoch: 3, position: 0, updates: 4 };
    expect(cursor.progress).toEqual(ended);
    cursor.load(20);
    expect(cursor.progress).toEqual(ended);
    cursor.take(50);
    expect([cursor.epoch, cursor.first, cursor.count]).toEqual([3, 0, 20]);
  });

  it('counts an epoch as ended where the set has no sample left at the position', () => {
    for (const position of [30, 31]) {
      const cursor = cursorIn(30, { step: 9, epoch: 2, position, updates: 4 });
      expect(cursor.progress).toEqual({ step: 9, epoch: 3, position: 0, updates: 4 });
    }
    expect(cursorIn(30, { epoch: 2, position: 29 }).progress).toMatchObject({ epoch: 2 });
  });
});
