import type { LossPoint } from '../../training/protocol/frame.ts';

const capacity = 2048;

/**
 * Keeps the whole run in bounded memory: when full, every second point goes, and from then on only
 * every second arriving point is kept.
 */
export class LossHistory {
  #kept: LossPoint[] = [];
  #newest: LossPoint | undefined;
  #stride = 1;
  #arrived = 0;

  /** The kept points in order, and the newest one always. */
  get points(): readonly LossPoint[] {
    const newest = this.#newest;
    return newest && newest !== this.#kept.at(-1) ? [...this.#kept, newest] : [...this.#kept];
  }

  /** A point at an epoch already passed (a restored snapshot) drops all that came after it. */
  add(point: LossPoint): void {
    if (this.#newest && this.#newest.epoch >= point.epoch) this.#dropFrom(point.epoch);
    if (this.#arrived % this.#stride === 0) this.#kept.push(point);
    this.#newest = point;
    this.#arrived++;
    if (this.#kept.length === capacity) this.#thin();
  }

  #dropFrom(epoch: number): void {
    this.#kept = this.#kept.filter((point) => point.epoch < epoch);
    this.#arrived = this.#kept.length * this.#stride;
  }

  #thin(): void {
    this.#kept = this.#kept.filter((_, index) => index % 2 === 0);
    this.#stride *= 2;
  }
}
