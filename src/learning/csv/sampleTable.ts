import type { FileForm } from './fileForm.ts';

/** The samples of a file, in its own units. */
export interface SampleTable {
  readonly fileName: string;
  readonly form: FileForm;
  /** The labels as the file has them, by class. */
  readonly classNames: readonly string[];
  /** n×2, row-major, in double precision. */
  readonly points: Float64Array;
  /** n classes. */
  readonly labels: Uint8Array;
  /** Rows that were left out because a value is missing. */
  readonly leftOut: number;
}
