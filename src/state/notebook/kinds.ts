import { type Cell, cellModes, modeNames } from '../../notebook/notebookFile.ts';

/** A kind of cell, as Notebook Kit calls it. */
export type Kind = Cell['mode'];

/** The kinds of cells that a reader may add, and what they are called. */
export const kinds: readonly { readonly mode: Kind; readonly name: string }[] = cellModes.map(
  (mode) => ({ mode, name: modeNames[mode] ?? mode }),
);
