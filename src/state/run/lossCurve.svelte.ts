import type { LossPoint } from '../../training/protocol/frame.ts';
import { LossHistory } from './lossHistory.ts';

/** Milliseconds between two drawings of the curves while training. */
const interval = 250;
/** The same where the user wants little motion. */
const calmInterval = 500;

/** The loss of each set at one time. */
export type SetLosses = Pick<LossPoint, 'training' | 'evaluation'>;

/** The losses of a run, drawn a few times a second while it trains. */
export class LossCurve {
  readonly #now: () => number;
  #history = new LossHistory();
  #points = $state.raw<readonly LossPoint[]>([]);
  #newest = $state.raw<LossPoint>();
  #shownAt = -Infinity;
  #calm = false;

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** While training a few times a second, not with every frame. */
  get points(): readonly LossPoint[] {
    return this.#points;
  }

  /** Of the newest frame; where little motion is wanted, of the newest curves. */
  get newest(): LossPoint | undefined {
    return this.#newest;
  }

  setCalm(calm: boolean): void {
    this.#calm = calm;
  }

  add(points: readonly LossPoint[], training: boolean): void {
    for (const point of points) this.#history.add(point);
    const due = this.#now() - this.#shownAt >= (this.#calm ? calmInterval : interval);
    if (due || !training) this.show();
    else if (!this.#calm) this.#newest = points.at(-1) ?? this.#newest;
  }

  /** Draws all there is. */
  show(): void {
    this.#points = this.#history.points;
    this.#newest = this.#points.at(-1);
    this.#shownAt = this.#now();
  }

  /** `points`: those with which it begins. */
  clear(points: readonly LossPoint[] = []): void {
    this.#history = new LossHistory();
    for (const point of points) this.#history.add(point);
    this.show();
  }
}
