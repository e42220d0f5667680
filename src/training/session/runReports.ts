import type { Snapshot } from '../../learning/engine.ts';
import type { ModelFiles } from '../../learning/modelFiles.ts';
import type { CommandBody } from '../protocol/commands.ts';
import type { Phase } from '../protocol/events.ts';
import type { RunLink } from '../runLink.ts';
import { buffersOf } from '../transferable.ts';
import { copyOf } from './snapshots.ts';

/** Reports what a run does, and remembers its phase. */
export class RunReports {
  readonly #report: RunLink['report'];
  #phase: Phase = 'starting';

  constructor(report: RunLink['report']) {
    this.#report = report;
  }

  get phase(): Phase {
    return this.#phase;
  }

  enter(phase: Phase, reason = ''): void {
    this.#phase = phase;
    this.#report({ kind: 'phase', phase, reason });
  }

  /** `step`: where the run rests. */
  enterRest(step: number): void {
    this.enter(step === 0 ? 'ready' : 'paused');
  }

  /** Posts a copy. */
  snapshot(kept: Snapshot): void {
    const snapshot = copyOf(kept);
    const { parameters, updaterState } = snapshot;
    this.#report({ kind: 'snapshot', snapshot }, buffersOf([parameters, updaterState]));
  }

  model(files: ModelFiles): void {
    this.#report({ kind: 'model', files }, [files.weights]);
  }

  /** `message`: a full sentence. */
  refuse(command: CommandBody['kind'], message: string): void {
    this.#report({ kind: 'refused', command, message });
  }
}
