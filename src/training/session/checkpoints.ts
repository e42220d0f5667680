import { divergenceReason, largestCoordinate } from '../running/divergenceReason.ts';
import type { RunParts } from './runParts.ts';

/** Milliseconds between snapshots while training. */
const interval = 1000;

/** Keeps and reports the snapshots of a run, and ends its training when it has diverged. */
export class Checkpoints {
  readonly #parts: RunParts;
  readonly #now: () => number;
  #takenAt = 0;

  /** `now`: milliseconds. */
  constructor(parts: RunParts, now: () => number) {
    this.#parts = parts;
    this.#now = now;
  }

  get isDue(): boolean {
    const { keeper } = this.#parts;
    const moved = keeper.progress().step !== keeper.kept.progress.step;
    return moved && this.#now() - this.#takenAt >= interval;
  }

  /** Keeps a snapshot of now and reports it. False when the run has diverged: there is none. */
  async take(): Promise<boolean> {
    const { keeper, reports } = this.#parts;
    this.#takenAt = this.#now();
    const sound = await keeper.keep();
    if (sound) reports.snapshot(keeper.kept);
    else this.diverge();
    return sound;
  }

  /** Ends training, because the loss is not finite. */
  diverge(): void {
    const { keeper, loop, frames, reports } = this.#parts;
    if (reports.phase === 'diverged') return;
    loop.rest();
    frames.request();
    const { training } = keeper.specification;
    const largest = largestCoordinate(loop.samples.training.points);
    reports.enter('diverged', divergenceReason(training, keeper.progress().step, largest));
  }
}
