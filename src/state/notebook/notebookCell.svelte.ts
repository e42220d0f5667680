import { cellPlace, type CellPlace } from '../../notebook/cellRuntime.ts';
import { type Cell, newCell } from '../../notebook/notebookFile.ts';
import type { AddedCell, Change, PlacedCell } from '../../notebook/ownVersion.ts';

/** Whether a cell waits to run, runs, has a value, or has failed. */
export type CellStatus = 'waiting' | 'pending' | 'fulfilled' | 'failed';

/** One cell of an open notebook. */
export class NotebookCell {
  /** As the notebook's author wrote it; where the reader added it, as the reader first did. */
  readonly original: Cell;
  /** Whether the reader added it. */
  readonly own: boolean;
  readonly place: CellPlace = cellPlace();
  /** Whether its text is shown, to be changed. */
  open = $state(false);
  #mode = $state() as Cell['mode'];
  #source = $state('');
  #ran = $state<string>();
  #status = $state<CellStatus>('waiting');
  #problem = $state('');
  /** The author's text that the reader's changes began from, where it was another one. */
  #formerly: string | undefined;

  constructor({ cell, own, change }: PlacedCell) {
    this.original = cell;
    this.own = own;
    this.#mode = cell.mode;
    this.#source = change?.to ?? cell.value;
    if (change && change.from !== cell.value) this.#formerly = change.from;
  }

  /** Whether the author has changed it since the reader did. */
  get outdated(): boolean {
    return this.changed && this.#formerly !== undefined;
  }

  /** The reader's change of the author's cell, to be kept; undefined where there is none. */
  get change(): Change | undefined {
    if (this.own || !this.changed) return undefined;
    return { from: this.#formerly ?? this.original.value, to: this.#source, mode: this.#mode };
  }

  /** The reader's cell, to be kept; undefined for the author's. */
  get added(): AddedCell | undefined {
    return this.own ? { mode: this.#mode, value: this.#source } : undefined;
  }

  get id(): number {
    return this.original.id;
  }

  get mode(): Cell['mode'] {
    return this.#mode;
  }

  /** Its text now, with the reader's changes. */
  get source(): string {
    return this.#source;
  }

  get status(): CellStatus {
    return this.#status;
  }

  /** What went wrong, in a sentence; empty where nothing did. */
  get problem(): string {
    return this.#problem;
  }

  /** Whether the reader has changed or added it. */
  get changed(): boolean {
    return this.own || this.#source !== this.original.value;
  }

  /** Whether its text is another one than that which ran. */
  get stale(): boolean {
    return this.#ran !== undefined && this.#ran !== this.#source;
  }

  write(source: string): void {
    this.#source = source;
  }

  /** Makes the reader's own cell one of another kind. */
  become(mode: Cell['mode']): void {
    if (this.own) this.#mode = mode;
  }

  /** The cell as it is now. */
  current(): Cell {
    if (this.#mode !== this.original.mode) return newCell(this.id, this.#mode, this.#source);
    return { ...this.original, value: this.#source };
  }

  begin(): void {
    this.#ran = this.#source;
    this.#status = 'pending';
  }

  pending(): void {
    this.#status = 'pending';
    this.#problem = '';
  }

  fulfilled(): void {
    this.#status = 'fulfilled';
    this.#problem = '';
  }

  rejected(problem: string): void {
    this.#status = 'failed';
    this.#problem = problem;
  }
}
