/** Where a program runs and speaks: a real terminal, or a test. */
export interface Terminal {
  /** What relative paths start from. */
  readonly folder: string;
  /** Results, for standard output. Where nobody reads them, they are dropped. */
  readonly write: (text: string) => void;
  /** Everything else, for standard error. */
  readonly complain: (text: string) => void;
  /**
   * Waits until all that was written is printed. Returns why it could not be, as the end of a
   * sentence; undefined where it was, and where nobody reads it.
   */
  readonly printed: () => Promise<string | undefined>;
  /** Whether standard error is a terminal that can draw over what it has drawn. */
  readonly canRedraw: boolean;
  /** The width of that terminal at this moment, in characters. */
  readonly columns: () => number;
  /** Aborted when the user wants the program to end; the reason is the signal's name. */
  readonly interrupted: AbortSignal;
}
