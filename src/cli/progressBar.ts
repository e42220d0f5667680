/** Characters of the bar. */
const longestBar = 24;
const shortestBar = 4;

/** Milliseconds between two drawings. */
const interval = 100;

/** Where and when a bar is drawn. */
interface Surface {
  /** Undefined if the terminal cannot redraw a line. */
  readonly draw: ((text: string) => void) | undefined;
  /** The present width of the terminal, in characters. */
  readonly columns: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** A progress line on a terminal, redrawn in place: the article's words, a bar, the epoch. */
export class ProgressBar {
  readonly #surface: Surface;
  #drawnAt = -Infinity;

  constructor(surface: Surface) {
    this.#surface = surface;
  }

  show(step: number, steps: number, epochs: number): void {
    const { draw, columns, now } = this.#surface;
    if (!draw || now() - this.#drawnAt < interval) return;
    this.#drawnAt = now();
    const share = step / steps;
    const words = `Running iteration #${step}`;
    const epoch = `epoch ${Math.min(epochs, Math.floor(epochs * share) + 1)} of ${epochs}`;
    draw(`\r\x1b[2K${fittingLine({ words, epoch, share }, columns() - 1)}`);
  }

  /** Empties the line. */
  clear(): void {
    if (this.#drawnAt > -Infinity) this.#surface.draw?.('\r\x1b[2K');
  }
}

/** A line that is too long would break, and what has broken cannot be drawn over. */
function fittingLine(
  { words, epoch, share }: { words: string; epoch: string; share: number },
  longest: number,
): string {
  const room = Math.min(longestBar, longest - `${words}    ${epoch}`.length);
  if (room >= shortestBar) return `${words}  ${bar(share, room)}  ${epoch}`;
  const lines = [`${words}  ${epoch}`, words, epoch];
  return lines.find(({ length }) => length <= longest) ?? '';
}

function bar(share: number, length: number): string {
  const full = Math.floor(length * share);
  return '█'.repeat(full) + '░'.repeat(length - full);
}
