import { capitalised } from '../../learning/capitalised.ts';
import { type Cell, newCell } from '../../notebook/notebookFile.ts';
import { Announcer } from '../page/announcer.svelte.ts';
import { ActHistory } from './actHistory.svelte.ts';
import { NotebookCell } from './notebookCell.svelte.ts';
import type { OpenNotebook } from './openNotebook.svelte.ts';

/** A cell and the text that it gets when the act is done, undone or done again. */
interface Rewritten {
  readonly cell: NotebookCell;
  readonly text: string;
}

/** Adds, moves, deletes and resets the cells of a notebook, with one undo for all of it. */
export class NotebookEditor {
  readonly announcer = new Announcer();
  readonly history = new ActHistory();
  readonly #notebook: OpenNotebook;
  /** Ids are not given again, so that an undone cell has its own. */
  #newId: number;

  constructor(notebook: OpenNotebook) {
    this.#notebook = notebook;
    this.#newId = Math.max(0, ...notebook.cells.map(({ id }) => id));
  }

  /** Adds an empty cell, open to be written, at that index. */
  add(index: number, mode: Cell['mode'] = 'js'): NotebookCell {
    const cell = new NotebookCell({ cell: newCell(++this.#newId, mode), own: true });
    cell.open = true;
    const cells = this.#notebook.cells.toSpliced(index, 0, cell);
    this.#change(`cell ${cell.id} added`, cells);
    return cell;
  }

  /** `by`: cells, negative for up. Does nothing at the end. */
  move(cell: NotebookCell, by: -1 | 1): void {
    const { cells } = this.#notebook;
    const from = cells.indexOf(cell);
    const to = from + by;
    if (from < 0 || to < 0 || to >= cells.length) return;
    const moved = cells.toSpliced(from, 1).toSpliced(to, 0, cell);
    this.#change(`cell ${cell.id} moved ${by < 0 ? 'up' : 'down'}`, moved);
  }

  delete(cell: NotebookCell): void {
    this.#change(
      `cell ${cell.id} deleted`,
      this.#notebook.cells.filter((each) => each !== cell),
    );
  }

  /** Makes a cell that the reader added one of another kind. */
  become(cell: NotebookCell, mode: Cell['mode']): void {
    const before = cell.mode;
    const change = (to: Cell['mode']) => {
      cell.become(to);
      this.#notebook.run(cell);
    };
    this.#do({
      what: `kind of cell ${cell.id} changed`,
      redo: () => change(mode),
      undo: () => change(before),
    });
  }

  /** The cell as its author wrote it. */
  reset(cell: NotebookCell): void {
    this.#change(`cell ${cell.id} set back`, this.#notebook.cells, [originalOf(cell)]);
  }

  /** All cells as the author has them, and no others. */
  resetAll(): void {
    const cells = this.#notebook.authorCells();
    const changed = cells.filter((cell) => cell.changed);
    this.#change('all cells set back', cells, changed.map(originalOf));
  }

  undo(): void {
    const what = this.history.undo();
    this.announcer.say(what === undefined ? 'There is nothing to undo.' : `Undone: ${what}.`);
  }

  redo(): void {
    const what = this.history.redo();
    this.announcer.say(what === undefined ? 'There is nothing to redo.' : `Done again: ${what}.`);
  }

  #change(
    what: string,
    after: readonly NotebookCell[],
    rewritten: readonly Rewritten[] = [],
  ): void {
    const before = this.#notebook.cells;
    let texts = rewritten;
    const arrange = (cells: readonly NotebookCell[]) => {
      this.#notebook.arrange(cells);
      // What was typed since comes back the next time.
      const others = texts.map(({ cell }) => ({ cell, text: cell.source }));
      for (const { cell, text } of texts) {
        cell.write(text);
        this.#notebook.run(cell);
      }
      texts = others;
    };
    this.#do({ what, redo: () => arrange(after), undo: () => arrange(before) });
  }

  #do(act: Parameters<ActHistory['do']>[0]): void {
    this.history.do(act);
    this.announcer.say(`${capitalised(act.what)}.`);
  }
}

function originalOf(cell: NotebookCell): Rewritten {
  return { cell, text: cell.original.value };
}
