/** The program's input and output: a real terminal, or a test. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Writes results to standard output; they are dropped once its reader has closed it. */
  readonly write: (text: string) => void;
  /** Writes everything else to standard error. */
  readonly complain: (text: string) => void;
  /**
   * Waits until everything is printed. Returns why it could not be, as the end of a sentence;
   * undefined if it is printed or if the reader has closed the pipe.
   */
  readonly printed: () => Promise<string | undefined>;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly canRedraw: boolean;
  /** The present width of that terminal, in characters. */
  readonly columns: () => number;
  /** Aborts when a signal asks the program to end; the reason is the signal's name. */
  readonly interrupted: AbortSignal;
}
