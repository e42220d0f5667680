import type { Timer } from './timer.ts';

/** Milliseconds between two looks at a session. */
const beat = 1000;

/** The session that a watchdog looks after. */
export interface Watched {
  /** Asks the session for a pong of that number. */
  ping(ping: number): void;
  /** Whether the session works without being asked, so that its silence means something. */
  isActive(): boolean;
  /** Beats of silence after which the session counts as hung. */
  patience(): number;
  /** The session hangs. The watchdog has ended, until the next `expect`. */
  onhang(): void;
}

/**
 * Notices that a session does not answer. It counts beats of the page instead of milliseconds: while
 * the page is hidden, frozen or busy it has few beats, and the answer may wait for it meanwhile.
 * Costs nothing while the session rests and nothing is expected of it.
 */
export class Watchdog {
  readonly #session: Watched;
  readonly #timer: Timer;
  #cancel: (() => void) | undefined;
  #pings = 0;
  #answered = 0;
  #heard = false;
  #silence = 0;

  constructor(session: Watched, timer: Timer) {
    this.#session = session;
    this.#timer = timer;
  }

  /** Beats since the last sign of life that was awaited; 0 when none is. */
  get silence(): number {
    return this.#silence;
  }

  /** Expects an answer to what was just asked of the session. */
  expect(): void {
    this.#ask();
    this.watch();
  }

  /** Looks after the session until it rests and has answered. */
  watch(): void {
    this.#cancel ??= this.#timer.later(() => this.#look(), beat);
  }

  /** The session has shown that it lives. `pong`: the ping that it answers. */
  hear(pong = 0): void {
    this.#heard = true;
    this.#answered = Math.max(this.#answered, pong);
  }

  /** Expects nothing any more. */
  end(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#answered = this.#pings;
    this.#heard = false;
    this.#silence = 0;
  }

  #look(): void {
    this.#cancel = undefined;
    this.#silence = this.#heard ? 0 : this.#silence + 1;
    this.#heard = false;
    const answered = this.#answered === this.#pings;
    if (answered && !this.#session.isActive()) {
      this.#silence = 0;
    } else if (this.#silence >= this.#session.patience()) {
      this.end();
      this.#session.onhang();
    } else {
      if (answered && this.#silence > 0) this.#ask();
      this.watch();
    }
  }

  #ask(): void {
    this.#pings++;
    this.#session.ping(this.#pings);
  }
}
