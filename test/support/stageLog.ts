import type { Outcome, Stage, StageListener } from './stage.ts';

interface Running {
  readonly since: number;
  progress: string;
}

/**
 * Writes a line when a stage starts and when it ends, with the seconds since the log began, and on
 * `beat` one about the stages that are running.
 */
export class StageLog implements StageListener {
  readonly #write: (line: string) => void;
  readonly #now: () => number;
  readonly #began: number;
  readonly #running = new Map<Stage, Running>();

  /** @param now the time in milliseconds. */
  constructor(write: (line: string) => void, now: () => number) {
    this.#write = write;
    this.#now = now;
    this.#began = now();
  }

  started(stage: Stage): void {
    this.#running.set(stage, { since: this.#now(), progress: '' });
    this.#say('start', stage.name);
  }

  progressed(stage: Stage, progress: string): void {
    const running = this.#running.get(stage);
    if (running) running.progress = progress;
  }

  ended(stage: Stage, { succeeded, output }: Outcome): void {
    const seconds = this.#secondsSince(this.#running.get(stage)?.since);
    this.#running.delete(stage);
    this.#say(succeeded ? 'ok' : 'FAILED', `${stage.name}, ${seconds.toFixed(1)} s`);
    if (!succeeded) this.#write(`\n${output}\n`);
  }

  /** Says what is running; for a timer. */
  beat(): void {
    const parts = Array.from(this.#running, ([{ name }, { since, progress }]) => {
      const words = `${name} ${this.#secondsSince(since).toFixed(0)} s`;
      return progress === '' ? words : `${words} (${progress})`;
    });
    if (parts.length > 0) this.#say('running', parts.join(', '));
  }

  #say(event: string, words: string): void {
    const seconds = this.#secondsSince(this.#began).toFixed(0);
    this.#write(`${seconds.padStart(4)} s  ${event.padEnd(7)}  ${words}`);
  }

  #secondsSince(time = this.#began): number {
    return (this.#now() - time) / 1000;
  }
}
