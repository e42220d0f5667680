import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what is written to it. */
export class TerminalDouble implements Terminal {
  readonly folder: string;
  readonly canRedraw: boolean;
  written = '';
  /** Why printing fails, if it does. */
  trouble: string | undefined;
  complained = '';
  /** Called with each text of a result before it is kept. */
  heard: (text: string) => void = () => undefined;
  readonly #interruption = new AbortController();

  constructor(folder: string, canRedraw = false) {
    this.folder = folder;
    this.canRedraw = canRedraw;
  }

  readonly write = (text: string): void => {
    this.heard(text);
    this.written += text;
  };

  readonly complain = (text: string): void => {
    this.complained += text;
  };

  readonly printed = (): Promise<string | undefined> => Promise.resolve(this.trouble);

  readonly columns = (): number => 80;

  get interrupted(): AbortSignal {
    return this.#interruption.signal;
  }

  interrupt(signal: NodeJS.Signals = 'SIGINT'): void {
    this.#interruption.abort(signal);
  }
}
