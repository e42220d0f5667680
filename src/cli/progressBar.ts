const width = 24;
const interval = 100;

/** A progress line on a terminal, redrawn in place: the article's words, a bar, the epoch. */
export class ProgressBar {
  readonly #draw: ((text: string) => void) | undefined;
  readonly #now: () => number;
  #drawnAt = -Infinity;

  /** `draw`: undefined if the terminal cannot redraw a line. `now`: milliseconds. */
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

  /** Empties the line. */
  clear(): void {
    if (this.#drawnAt > -Infinity) this.#draw?.('\r\x1b[2K');
  }
}
