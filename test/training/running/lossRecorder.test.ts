import { describe, expect, it } from 'vitest';
import type { LossPoint } from '../../../src/training/protocol/frame.ts';
import { LossRecorder, nextRecordedEpoch } from '../../../src/training/running/lossRecorder.ts';
import { endlessStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

function point(epoch: number, training = 1): LossPoint {
  return { epoch, training, evaluation: 2 };
}

/** All points that the frames have brought, in order. */
function points(steered: SteeredSession): readonly LossPoint[] {
  return steered.frames.flatMap(({ lossPoints }) => lossPoints);
}

/** The numbers from the first to the last. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

describe('the epochs that are recorded', () => {
  const recorded = (from: number, count: number) => {
    const epochs: number[] = [];
    for (let epoch = from; epochs.length < count;) {
      epoch = nextRecordedEpoch(epoch);
      epochs.push(epoch);
    }
    return epochs;
  };

  it('are all of the first 2,048, then every second, fourth and so on', () => {
    expect(recorded(0, 2048)).toEqual(range(1, 2048));
    expect(recorded(2048, 3)).toEqual([2050, 2052, 2054]);
    expect(recorded(4094, 4)).toEqual([4096, 4100, 4104, 4108]);
    expect(recorded(8192, 2)).toEqual([8200, 8208]);
  });

  it('are some ten thousand of a million', () => {
    let count = 0;
    for (let epoch = 0; epoch < 1_000_000; epoch = nextRecordedEpoch(epoch)) count++;
    // 2,048 + 1,024 for each of log₂(1,000,000 / 2,048) = 8.9 doublings.
    expect(count).toBeGreaterThan(2048 + 8 * 1024);
    expect(count).toBeLessThan(2048 + 9 * 1024);
  });
});

describe('LossRecorder', () => {
  it('hands its points over once, that of the frame last', () => {
    const recorder = new LossRecorder();
    recorder.add(point(1));
    recorder.add(point(2));
    expect(recorder.takeWith(point(2.5))).toEqual([point(1), point(2), point(2.5)]);
    expect(recorder.takeWith(point(3))).toEqual([point(3)]);
  });

  it('takes a point of the same epoch in the place of the one before', () => {
    const recorder = new LossRecorder();
    recorder.add(point(1));
    expect(recorder.takeWith(point(1, 7))).toEqual([point(1, 7)]);
  });

  it('drops what the run has gone back behind', () => {
    const recorder = new LossRecorder();
    for (const epoch of [1, 2, 3]) recorder.add(point(epoch));
    recorder.add(point(1.5));
    expect(recorder.takeWith(point(2))).toEqual([point(1), point(1.5), point(2)]);
  });

  it('knows the last point, of exactly its epoch', () => {
    const recorder = new LossRecorder();
    recorder.add(point(1));
    expect(recorder.at(1)).toEqual(point(1));
    expect(recorder.at(1.01)).toBeUndefined();
    recorder.dropFrom(1);
    expect(recorder.at(1)).toBeUndefined();
  });
});

describe('a run', () => {
  it('has one loss point for each epoch, however fast it trains', async () => {
    const perEpoch: (readonly LossPoint[])[] = [];
    for (const stepsPerFrame of [Infinity, 7]) {
      const steered = new SteeredSession();
      steered.costs = { step: 0.001, cell: 0 };
      await steered.start({ stepsPerFrame });
      await steered.trainToTheEnd();
      await steered.clock.pass(100);
      if (stepsPerFrame === Infinity) expect(steered.frames.length).toBeLessThan(20);
      const ends = points(steered).filter(({ epoch }) => Number.isInteger(epoch));
      perEpoch.push(ends.filter(({ epoch }, i) => i === 0 || epoch !== ends.at(i - 1)?.epoch));
    }
    const [fast, slow] = [perEpoch.at(0), perEpoch.at(1)];
    expect(fast?.map(({ epoch }) => epoch)).toEqual(range(0, 30));
    // Some come from probabilities, which have passed through single precision.
    slow?.forEach(({ epoch, training, evaluation }, i) => {
      expect(epoch).toBe(fast?.at(i)?.epoch);
      expect(training).toBeCloseTo(fast?.at(i)?.training ?? NaN, 6);
      expect(evaluation).toBeCloseTo(fast?.at(i)?.evaluation ?? NaN, 6);
    });
    expect(slow).toHaveLength(31);
  });

  it('keeps the points of epochs that were not shown until a frame can take them', async () => {
    const steered = new SteeredSession();
    steered.acknowledges = false;
    await steered.start();
    await steered.trainToTheEnd();
    expect(points(steered).map(({ epoch }) => epoch)).toEqual([0]);
    await steered.command({ kind: 'acknowledge', frame: 1 });
    expect(points(steered).map(({ epoch }) => epoch)).toEqual(range(0, 30));
  });

  it('that goes back takes up its curve where it is', async () => {
    const steered = new SteeredSession();
    await steered.start(endlessStart);
    const snapshot = structuredClone(steered.snapshot);
    steered.acknowledges = false;
    await steered.command({ kind: 'train' });
    await steered.clock.pass(200);
    await steered.command({ kind: 'pause' });
    await steered.command({ kind: 'restore', snapshot });
    const { frame } = steered;
    await steered.command({ kind: 'acknowledge', frame: frame.number });
    expect(steered.frame.number).toBe(frame.number + 1);
    expect(steered.frame.lossPoints.map(({ epoch }) => epoch)).toEqual([0]);
    expect(steered.losses.training).toBe(await steered.engine.loss('training'));
  });
});
