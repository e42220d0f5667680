import { clear, library, NotebookRuntime, observe } from '@observablehq/notebook-kit/runtime';
import type { DefineState } from '@observablehq/notebook-kit/runtime';
import { cellProblem } from './cellProblem.ts';
import { type CellDefinition, compileCell, type ImportModule } from './compileCell.ts';
import type { Cell } from './notebookFile.ts';

/** Hears how a cell fares. */
export interface CellObserver {
  pending(): void;
  fulfilled(): void;
  /** `problem`: a sentence with cell and line. */
  rejected(problem: string): void;
}

/** Where a cell displays, and what it has defined. */
export type CellPlace = DefineState;

/** What surrounds the cells of a notebook. */
export interface Surroundings {
  readonly importModule: ImportModule;
  /** The element whose width the cells know as `width`. */
  readonly root: HTMLElement;
  /** The address of a file beside the notebook; undefined if there is none. */
  readonly fileAddress: (name: string) => string | undefined;
}

/** Runs cells, each again when what it refers to changes. One for each open notebook. */
export class CellRuntime {
  readonly #kit: NotebookRuntime;
  readonly #importModule: ImportModule;
  readonly #linesAbove = new Map<number, number>();

  constructor({ importModule, root, fileAddress }: Surroundings) {
    this.#importModule = importModule;
    const resolve = (name: string) => fileAddress(name) ?? null;
    this.#kit = new NotebookRuntime({
      ...library,
      FileAttachment: (): unknown => this.#kit.runtime.fileAttachments(resolve),
      width: () => widths(root),
    });
  }

  /** Runs the cell as it is now. One that cannot be read leaves what it displayed before. */
  run(cell: Cell, place: CellPlace, observer: CellObserver): void {
    const reject = (error: unknown) =>
      observer.rejected(cellProblem(error, { id: cell.id, linesAbove: this.#linesAbove }));
    let definition: CellDefinition;
    try {
      definition = compileCell(cell, this.#importModule);
    } catch (error) {
      reject(error);
      return;
    }
    this.forget(place);
    this.#linesAbove.set(cell.id, definition.linesAbove);
    let failed = false;
    this.#kit.define(place, definition, (state, options) => {
      const shown = observe(state, options);
      return Object.assign(shown, {
        pending: () => {
          failed = false;
          observer.pending();
        },
        fulfilled: bindAfter(shown.fulfilled.bind(shown), () => observer.fulfilled()),
        rejected: (error: unknown) => {
          failed = true;
          clear(state);
          reject(error);
        },
      });
    });
    this.#watchValues(definition, place, (error) => {
      if (!failed) reject(error);
    });
  }

  /** Takes what the cell has defined from the others. */
  forget(place: CellPlace): void {
    for (const variable of place.variables.splice(0)) {
      variable.delete();
      variable.dispose();
    }
  }

  /** The newest value of that name; rejects with the cell's error. */
  value(name: string): Promise<unknown> {
    return this.#kit.main.value(name);
  }

  dispose(): void {
    this.#kit.runtime.dispose();
  }

  /** A promise among a cell's values may reject after the cell itself was fulfilled. */
  #watchValues(
    { output, outputs = [] }: CellDefinition,
    place: CellPlace,
    rejected: (error: unknown) => void,
  ): void {
    const names = output === undefined ? outputs : [output];
    for (const name of names) {
      const variable = this.#kit.main.variable({ rejected });
      place.variables.push(variable.define(null, [name], (value: unknown) => value));
    }
  }
}

/** The widths of an element; none while it is not laid out, where pictures would have no room. */
function widths(root: HTMLElement): unknown {
  return library.Generators().observe((tell: (width: number) => void) => {
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0) tell(width);
    });
    observer.observe(root);
    return () => observer.disconnect();
  });
}

function bindAfter(first: (value: unknown) => void, then: () => void) {
  return (value: unknown) => {
    first(value);
    then();
  };
}

/** A place for a cell that has not run yet. */
export function cellPlace(): CellPlace {
  const root = document.createElement('div');
  root.className = 'observablehq observablehq--cell';
  return { root, expanded: [], variables: [] };
}
