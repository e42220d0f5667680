import type { Timer } from '../../src/training/timer.ts';
import type { VirtualClock } from './virtualClock.ts';

/** The timer of a page that lives by that clock. */
export function virtualTimer(clock: VirtualClock): Timer {
  return {
    now: clock.now,
    later(task, milliseconds) {
      let live = true;
      void clock.nextTurn(milliseconds).then(() => {
        if (live) task();
      });
      return () => (live = false);
    },
  };
}
