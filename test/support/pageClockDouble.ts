import type { PageClock } from '../../src/state/run/pageClock.ts';

/** A page's clock that stands still until it is told: tasks run when `paint` or `wait` says so. */
export class PageClockDouble implements PageClock {
  time = 0;
  #painting: (() => void)[] = [];
  #waiting: { readonly task: () => void; readonly at: number }[] = [];

  now(): number {
    return this.time;
  }

  afterPaint(task: () => void): () => void {
    this.#painting.push(task);
    return () => (this.#painting = this.#painting.filter((each) => each !== task));
  }

  later(task: () => void, milliseconds: number): () => void {
    const entry = { task, at: this.time + milliseconds };
    this.#waiting.push(entry);
    return () => (this.#waiting = this.#waiting.filter((each) => each !== entry));
  }

  /** How many tasks wait for the next painted frame. */
  get painting(): number {
    return this.#painting.length;
  }

  /** The page paints a frame. */
  paint(): void {
    const tasks = this.#painting;
    this.#painting = [];
    for (const task of tasks) task();
  }

  /** Time passes, and what is due is done. */
  wait(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.#waiting.filter(({ at }) => at <= this.time);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.time);
    for (const { task } of due) task();
  }
}
