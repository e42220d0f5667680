/** The time of a page. */
export interface PageClock {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls the task once, in the next animation frame; gives what cancels it. */
  afterPaint(task: () => void): () => void;
  /** Calls the task once, after that many milliseconds; gives what cancels it. */
  later(task: () => void, milliseconds: number): () => void;
}

/** The clock of a browser's page; a hidden page paints nothing. */
export const pageClock: PageClock = {
  now: () => performance.now(),
  afterPaint(task) {
    const request = requestAnimationFrame(task);
    return () => cancelAnimationFrame(request);
  },
  later(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
