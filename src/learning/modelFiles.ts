/** A trained network in the two files that `tf.loadLayersModel` reads. */
export interface ModelFiles {
  /**
   * Tells this network from others: its sizes, and a hash of what is in the files. The files are
   * called so, with `.json` and `.bin`; the description names the file of the weights.
   */
  readonly name: string;
  readonly modelJson: string;
  readonly weights: ArrayBuffer;
  /** What must be done before tfjs can load it: full sentences; empty where it loads as it is. */
  readonly note: string;
}
