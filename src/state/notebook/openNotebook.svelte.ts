import { CellRuntime, type Surroundings } from '../../notebook/cellRuntime.ts';
import { type Notebook, readNotebook, writeNotebook } from '../../notebook/notebookFile.ts';
import { type OwnVersion, placeCells, unchanged } from '../../notebook/ownVersion.ts';
import { NotebookCell } from './notebookCell.svelte.ts';
import { OwnChanges, type VersionKeeper } from './ownChanges.ts';

/** Milliseconds in which a page that is going to hang does so. */
const startTime = 4000;

/** A notebook that is being read and changed: its cells, and what runs them. */
export class OpenNotebook {
  readonly #notebook: Notebook;
  readonly #keeper: VersionKeeper;
  #cells = $state.raw<readonly NotebookCell[]>([]);
  #runtime: CellRuntime | undefined;
  #setAside = $state(false);
  #endMark: () => void = () => undefined;
  #kept = $state(true);

  /** `text`: of a file in Notebook Kit's format. `keeper`: where the reader's version is kept. */
  constructor(text: string, keeper: VersionKeeper = new OwnChanges(undefined, '')) {
    this.#notebook = readNotebook(text);
    this.#keeper = keeper;
    const version = keeper.read();
    this.#setAside = isChanged(version) && keeper.diedAtStart;
    this.#cells = this.#placed(this.#setAside ? unchanged : version);
  }

  /** From top to bottom. */
  get cells(): readonly NotebookCell[] {
    return this.#cells;
  }

  /** Whether the reader's changes are not shown, because the page died when they last ran. */
  get setAside(): boolean {
    return this.#setAside;
  }

  /** Whether the browser has kept what the reader has changed. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Whether all of it is the reader's, who may change the kind of each cell. */
  get whole(): boolean {
    return this.#keeper.whole;
  }

  /** Whether the page died the last time while the reader's own notebook began. */
  get diedAtStart(): boolean {
    return this.whole && this.#keeper.diedAtStart;
  }

  /** Whether the reader has changed anything. */
  get changed(): boolean {
    return (
      this.whole ||
      this.#cells.some((cell) => cell.changed) ||
      String(this.#cells.map(({ id }) => id)) !== String(this.#order)
    );
  }

  get title(): string {
    return this.#notebook.title;
  }

  /** The file as it would be written now. */
  get text(): string {
    return writeNotebook({ ...this.#notebook, cells: this.#cells.map((cell) => cell.current()) });
  }

  /** Lets cells run, one by one. */
  prepare(surroundings: Surroundings): void {
    this.#runtime ??= new CellRuntime(surroundings);
  }

  /** Runs all cells; once. */
  start(surroundings: Surroundings): void {
    this.prepare(surroundings);
    if (this.changed) this.#mark();
    for (const cell of this.#cells) this.#run(cell);
  }

  /** Runs the cell as it is now, and what refers to it; the reader's changes are kept. */
  run(cell: NotebookCell): void {
    if (cell.changed) this.#mark();
    this.#run(cell);
    this.keep();
  }

  /** Lets these be the cells: takes away what the others have defined, and runs those that are new. */
  arrange(cells: readonly NotebookCell[]): void {
    const before = this.#cells;
    this.#cells = cells;
    for (const cell of before) {
      if (cells.includes(cell)) continue;
      this.#forget(cell);
      cell.open = false;
    }
    for (const cell of cells) if (!before.includes(cell)) this.#run(cell);
    this.keep();
  }

  /** The cells as the author has them, with the present text of those that are here. */
  authorCells(): NotebookCell[] {
    return this.#placed(unchanged).map((cell) => this.#present(cell) ?? cell);
  }

  /** Keeps the reader's changes in the browser. */
  keep(): void {
    if (this.#setAside) return;
    const kept = this.#keeper.write(this.#version(), () => this.text);
    this.#kept = kept || !this.changed;
  }

  /** Shows the changes that were set aside, without running them. */
  takeBack(): void {
    const before = this.#cells;
    this.#cells = this.#placed(this.#keeper.read()).map((cell) => {
      const present = this.#present(cell);
      present?.write(cell.source);
      return present ?? cell;
    });
    for (const cell of before) if (!this.#cells.includes(cell)) this.#forget(cell);
    this.#setAside = false;
    this.#keeper.endStart();
  }

  /** Forgets the changes that were set aside. */
  throwAway(): void {
    this.#setAside = false;
    this.#keeper.endStart();
    this.keep();
  }

  /** The newest value of that name; rejects with the error of its cell. */
  value(name: string): Promise<unknown> {
    if (!this.#runtime) return Promise.reject(new Error('The notebook has not been started.'));
    return this.#runtime.value(name);
  }

  dispose(): void {
    this.#endMark();
    if (!this.#setAside) this.#keeper.endStart();
    for (const cell of this.#cells) this.#forget(cell);
    this.#runtime?.dispose();
    this.#runtime = undefined;
  }

  get #order(): readonly number[] {
    return this.#notebook.cells.map(({ id }) => id);
  }

  #placed(version: OwnVersion): NotebookCell[] {
    const cells = placeCells(this.#notebook.cells, version);
    return cells.map((placed) => new NotebookCell(this.whole ? { ...placed, own: true } : placed));
  }

  /** The cell that is here in its place. */
  #present({ id, own }: NotebookCell): NotebookCell | undefined {
    return own ? undefined : this.#cells.find((cell) => cell.id === id && !cell.own);
  }

  #version(): OwnVersion {
    if (!this.changed) return unchanged;
    return {
      changes: fieldsOf(this.#cells, ({ change }) => change),
      added: fieldsOf(this.#cells, ({ added }) => added),
      order: { from: this.#order, to: this.#cells.map(({ id }) => id) },
    };
  }

  #run(cell: NotebookCell): void {
    cell.begin();
    this.#runtime?.run(cell.current(), cell.place, cell);
  }

  #forget({ place }: NotebookCell): void {
    this.#runtime?.forget(place);
    place.root.replaceChildren();
  }

  #mark(): void {
    if (this.#setAside) return;
    this.#endMark();
    const end = () => {
      this.#keeper.endStart();
      removeEventListener('pagehide', end);
      clearTimeout(timer);
    };
    const timer = setTimeout(end, startTime);
    addEventListener('pagehide', end);
    this.#endMark = end;
    this.#keeper.beginStart();
  }
}

function isChanged({ changes, order }: OwnVersion): boolean {
  return changes.size > 0 || order !== undefined;
}

function fieldsOf<Field>(
  cells: readonly NotebookCell[],
  field: (cell: NotebookCell) => Field | undefined,
): ReadonlyMap<number, Field> {
  return new Map(
    cells.flatMap((cell) => {
      const value = field(cell);
      return value === undefined ? [] : [[cell.id, value] as const];
    }),
  );
}
