import type { Snapshot } from '../../learning/engine.ts';
import type { LossPoint } from '../../training/protocol/frame.ts';
import type { RunState } from './runState.svelte.ts';

/** A run that gave way to another one: enough to go on with it. */
export interface LeftRun {
  /** Of the time when it was left; while it trained, at most about a second before. */
  readonly snapshot: Snapshot;
  readonly losses: readonly LossPoint[];
}

/** Each holds the parameters and the updater's state, a few megabytes for the largest networks. */
const capacity = 8;

/** The last runs that a change of the settings has ended, by the settings by which they learned. */
export class LeftRuns<Settings extends object> {
  readonly #runs = new Map<Settings, LeftRun>();

  /** One that has not learned anything is not worth keeping. */
  keep(settings: Settings, { lastGood: snapshot, curve }: RunState): void {
    if (!snapshot || snapshot.progress.step === 0) return;
    this.put(settings, { snapshot, losses: curve.points });
  }

  /** A run from elsewhere, to go on with under these settings. */
  put(settings: Settings, run: LeftRun): void {
    this.#runs.set(settings, run);
    const [oldest] = this.#runs.keys();
    if (oldest && this.#runs.size > capacity) this.#runs.delete(oldest);
  }

  /** The run that was left at these very settings; it is given away. */
  take(settings: Settings): LeftRun | undefined {
    const run = this.#runs.get(settings);
    this.#runs.delete(settings);
    return run;
  }
}
