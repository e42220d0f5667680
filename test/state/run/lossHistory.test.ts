import { describe, expect, it } from 'vitest';
import { LossHistory } from '../../../src/state/run/lossHistory.ts';

function historyOf(count: number): LossHistory {
  const history = new LossHistory();
  for (let epoch = 0; epoch < count; epoch++) {
    history.add({ epoch, training: 1 / (epoch + 1), evaluation: 2 / (epoch + 1) });
  }
  return history;
}

describe('LossHistory', () => {
  it('keeps every point of a short run', () => {
    expect(historyOf(100).points.map((point) => point.epoch)).toEqual([...Array(100).keys()]);
  });

  it.each([2047, 2048, 2049, 5000, 20_001])('bounds a run of %i points', (count) => {
    const { points } = historyOf(count);
    expect(points.length).toBeLessThanOrEqual(2048);
    expect(points.length).toBeGreaterThan(1000);
    expect(points[0]?.epoch).toBe(0);
    expect(points.at(-1)?.epoch).toBe(count - 1);
  });

  it('keeps its points in order and evenly spread', () => {
    const epochs = historyOf(30_000).points.map((point) => point.epoch);
    const gaps = epochs.slice(1).map((epoch, index) => epoch - (epochs[index] ?? NaN));
    const inner = new Set(gaps.slice(0, -1));
    expect(inner.size).toBe(1);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
  });

  it('keeps the newer one of two points of the same epoch', () => {
    const history = historyOf(3);
    history.add({ epoch: 2, training: 0.5, evaluation: 0.6 });
    expect(history.points.map((point) => point.epoch)).toEqual([0, 1, 2]);
    expect(history.points[2]).toEqual({ epoch: 2, training: 0.5, evaluation: 0.6 });
  });

  it('forgets what lies after a restored epoch', () => {
    const history = historyOf(50);
    history.add({ epoch: 20, training: 0.5, evaluation: 0.6 });
    expect(history.points).toHaveLength(21);
    expect(history.points.at(-1)).toEqual({ epoch: 20, training: 0.5, evaluation: 0.6 });
  });
});
