import type { Cell, Notebook } from '@observablehq/notebook-kit';
// Not by the name of the package, which brings its parser with it: the list of lessons needs none.
import { toCell } from '@observablehq/notebook-kit/src/lib/notebook.js';
import { deserialize, serialize } from '@observablehq/notebook-kit/src/lib/serialize.js';

export type { Cell, Notebook };

/** The kinds of cells that run in a page; the others need programs beside it. */
export const cellModes: readonly Cell['mode'][] = ['js', 'md', 'html', 'tex'];

/** What a reader calls each of them. */
export const modeNames: Readonly<Partial<Record<Cell['mode'], string>>> = {
  js: 'JavaScript',
  md: 'Text',
  html: 'HTML',
  tex: 'Formula',
};

/** A cell as Notebook Kit makes it. */
export function newCell(id: number, mode: Cell['mode'], value = ''): Cell {
  return toCell({ id, mode, value });
}

/** Reads a file in Notebook Kit's format; anything else is a notebook without cells. */
export function readNotebook(text: string, parser = new DOMParser()): Notebook {
  return deserialize(text, { parser });
}

/** The text of the file: that of an unchanged notebook is the text which was read. */
export function writeNotebook(notebook: Notebook, document = globalThis.document): string {
  return serialize(notebook, { document });
}
