/**
 * Lets parts of a page begin one after the other, each in a task of its own, so that in between the
 * browser paints what is there and hears what has come. When all that waited have begun, whatever
 * comes later begins at once.
 */
export class Turns {
  readonly #later: (task: () => void) => void;
  #waiting: readonly (() => void)[] = [];
  #scheduled = false;
  #over = false;

  /** `later`: calls a task once, after the one that runs now. */
  constructor(later: (task: () => void) => void = (task) => void setTimeout(task)) {
    this.#later = later;
  }

  /** Whether nobody needs to wait any more. */
  get over(): boolean {
    return this.#over;
  }

  /** Calls `begin` when its turn comes; returns what gives the turn up. */
  take(begin: () => void): () => void {
    const turn = () => begin();
    this.#waiting = [...this.#waiting, turn];
    this.#schedule();
    return () => (this.#waiting = this.#waiting.filter((each) => each !== turn));
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#later(() => {
      this.#scheduled = false;
      const [turn, ...others] = this.#waiting;
      this.#waiting = others;
      turn?.();
      if (this.#waiting.length > 0) this.#schedule();
      else this.#over = true;
    });
  }
}
