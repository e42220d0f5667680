import { expect, it } from 'vitest';
import { LossCursor } from '../../../src/state/run/lossCursor.svelte.ts';
import { LossCurve } from '../../../src/state/run/lossCurve.svelte.ts';

function curveAt(...epochs: number[]): LossCurve {
  const curve = new LossCurve(() => 0);
  const points = epochs.map((epoch) => ({
    epoch,
    training: 1 / (1 + epoch),
    evaluation: 2 / (1 + epoch),
  }));
  curve.add(points, false);
  return curve;
}

it('reaches the next moment with each press, however far apart they are', () => {
  const cursor = new LossCursor(curveAt(0, 0.1, 7, 30, 60));
  const epochs = Array.from({ length: 6 }, () => {
    cursor.key('ArrowLeft');
    return cursor.point?.epoch;
  });
  expect(epochs).toEqual([30, 7, 0.1, 0, 0, 0]);
  cursor.key('ArrowRight');
  expect(cursor.point?.epoch).toBe(0.1);
  const long = new LossCursor(curveAt(...Array.from({ length: 1001 }, (_, epoch) => epoch)));
  long.key('ArrowLeft');
  expect(long.point?.epoch).toBe(980);
});

it('finds the nearest moment of the loss curves, and walks along them', () => {
  const cursor = new LossCursor(curveAt(0, 1, 2, 10));
  cursor.pointAt(1.4);
  expect(cursor.point).toMatchObject({ epoch: 1, training: 0.5, evaluation: 1 });
  cursor.pointAt(99);
  expect(cursor.point?.epoch).toBe(10);
  cursor.key('Home');
  expect(cursor.spoken).toBe('epoch 0.0: training 1.000, evaluation 2.000');
  expect(cursor.key('ArrowUp')).toBe(false);
});
