/** The program's input and output: a real terminal, or a test. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Writes results to standard output. */
  readonly write: (text: string) => void;
  /** Writes everything else to standard error. */
  readonly complain: (text: string) => void;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly canRedraw: boolean;
  /** Aborts when the user interrupts the program. */
  readonly interrupted: AbortSignal;
}
