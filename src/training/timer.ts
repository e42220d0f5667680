/** The time of the page, as far as training needs it. */
export interface Timer {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Calls the task once, after that many milliseconds; returns what cancels it. */
  later(task: () => void, milliseconds: number): () => void;
}

export const pageTimer: Timer = {
  now: () => performance.now(),
  later(task, milliseconds) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};
