import type { LossPoint } from '../protocol/frame.ts';

/** The first epochs of a run, each of which has a loss point: 60 ms of training at the fastest. */
const denseEpochs = 2048;

/** The first epoch after this one at whose end the losses are recorded. */
export function nextRecordedEpoch(epoch: number): number {
  const interval = recordingInterval(epoch + 1);
  return Math.ceil((epoch + 1) / interval) * interval;
}

/**
 * Epochs between two loss points: 1 up to epoch 2,048, then 2 up to 4,096, 4 up to 8,192 and so on.
 * So a run of n epochs has 2,048 + 1,024·log₂(n / 2,048) points, and their cost fades away.
 */
function recordingInterval(epoch: number): number {
  let interval = 1;
  while (epoch > denseEpochs * interval) interval *= 2;
  return interval;
}

/** Collects the loss points of a run until a frame takes them to the page. */
export class LossRecorder {
  #points: LossPoint[] = [];

  /** Drops points that are not before this one: the run went back. */
  add(point: LossPoint): void {
    const last = this.#points.at(-1);
    if (last && last.epoch >= point.epoch) this.dropFrom(point.epoch);
    this.#points.push(point);
  }

  /** Drops the points from that epoch on: the network or the samples are others now. */
  dropFrom(epoch: number): void {
    this.#points = this.#points.filter((point) => point.epoch < epoch);
  }

  /** The last point, if it is of exactly that epoch. */
  at(epoch: number): LossPoint | undefined {
    const last = this.#points.at(-1);
    return last?.epoch === epoch ? last : undefined;
  }

  /** Hands over all points, this one last, and forgets them. */
  takeWith(point: LossPoint): readonly LossPoint[] {
    this.add(point);
    const points = this.#points;
    this.#points = [];
    return points;
  }
}
