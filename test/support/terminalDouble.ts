import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what is written to it. */
export class TerminalDouble implements Terminal {
  readonly folder: string;
  readonly canRedraw: boolean;
  written = '';
  complained = '';
  readonly #interruption = new AbortController();

  constructor(folder: string, canRedraw = false) {
    this.folder = folder;
    this.canRedraw = canRedraw;
  }

  readonly write = (text: string): void => {
    this.written += text;
  };

  readonly complain = (text: string): void => {
    this.complained += text;
  };

  get interrupted(): AbortSignal {
    return this.#interruption.signal;
  }

  interrupt(): void {
    this.#interruption.abort();
  }
}
