const width = 24;
const interval = 100;

/** A line on a terminal that is drawn over and over: the article's words, a bar, the epoch. */
export class ProgressBar {
  readonly #draw: ((text: string) => void) | undefined;
  readonly #now: () => number;
  #drawnAt = -Infinity;

  /** `draw`: undefined where nothing can be drawn over. `now`: milliseconds. */
  constructor(draw: ((text: string) => void) | undefined, now: () => number) {
    this.#draw = draw;
    this.#now = now;
  }

  show(step: number, steps: number, epochs: number): void {
    if (!this.#draw || this.#now() - this.#drawnAt < interval) return;
    this.#drawnAt = this.#now();
    const share = step / steps;
    const full = Math.floor(width * share);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    const epoch = Math.min(epochs, Math.floor(epochs * share) + 1);
    this.#draw(`\r\x1b[2KRunning iteration #${step}  ${bar}  epoch ${epoch} of ${epochs}`);
  }

  /** Leaves an empty line behind. */
  clear(): void {
    if (this.#drawnAt > -Infinity) this.#draw?.('\r\x1b[2K');
  }
}
