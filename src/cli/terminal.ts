/** Where a program runs and speaks: a real terminal, or a test. */
export interface Terminal {
  /** What relative paths start from. */
  readonly folder: string;
  /** Results, for standard output. */
  readonly write: (text: string) => void;
  /** Everything else, for standard error. */
  readonly complain: (text: string) => void;
  /** Whether standard error is a terminal that can draw over what it has drawn. */
  readonly canRedraw: boolean;
  /** Aborted when the user wants the program to end. */
  readonly interrupted: AbortSignal;
}
