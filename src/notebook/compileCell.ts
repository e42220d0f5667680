import { transpile } from '@observablehq/notebook-kit';
import type { Definition } from '@observablehq/notebook-kit/runtime';
import { guardCode, passLoop } from './loopGuard.ts';
import { type Cell, cellModes } from './notebookFile.ts';

/** Gives the module of that name or address, or rejects with a sentence. */
export type ImportModule = (specifier: string) => Promise<object>;

/** What a cell defines, and how it is displayed. */
export type CellDefinition = Definition & {
  /** Lines of the compiled function above the first line of the cell. */
  readonly linesAbove: number;
};

/** By which a compiled cell is known in the stack of an error. */
function cellFile(id: number): string {
  return `cell-${id}.js`;
}

/**
 * Makes the cell a definition for the Observable runtime. Its imports go through `importModule`, and a
 * loop that never ends throws.
 * @throws SyntaxError if the cell cannot be read.
 */
export function compileCell(cell: Cell, importModule: ImportModule): CellDefinition {
  if (!cellModes.includes(cell.mode)) {
    throw new SyntaxError(`a cell of the type "${cell.mode}" cannot be run here`);
  }
  const { body, inputs, outputs, output, autodisplay } = transpile(cell);
  const code = `"use strict";return (${guardCode(body)}\n)\n//# sourceURL=${cellFile(cell.id)}`;
  // The one place where text becomes code; only the page of the notebooks has a policy that allows it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const make = new Function('$import', '$pass', code) as (
    load: (specifier: unknown) => Promise<object>,
    pass: () => void,
  ) => Definition['body'];
  return {
    id: cell.id,
    body: make((specifier) => importModule(String(specifier)), passLoop),
    ...(inputs && { inputs }),
    ...(outputs && { outputs }),
    ...(output !== undefined && { output }),
    ...(autodisplay !== undefined && { autodisplay }),
    display: cell.mode === 'js',
    linesAbove: linesAbove(body, cell.value),
  };
}

/** Lines of the head of a function that is made of text: `function anonymous($import, $pass\n) {`. */
const headLines = 2;

/** Above the cell's first line are the function's inputs and its imports; leading empty lines are cut. */
function linesAbove(body: string, source: string): number {
  const text = source.trim();
  const cut = source.slice(0, source.indexOf(text)).split('\n').length - 1;
  const below = /\n(?:\)|return \{[^\n]*\};)\n\}$/.test(body) ? 2 : 1;
  return headLines + body.split('\n').length - below - text.split('\n').length - cut;
}
