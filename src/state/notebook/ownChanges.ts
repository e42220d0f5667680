import { cellModes } from '../../notebook/notebookFile.ts';
import {
  type AddedCell,
  type Change,
  type OwnVersion,
  unchanged,
} from '../../notebook/ownVersion.ts';

/** Keeps texts; the browser's `localStorage` is one. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** Where the reader's version of a notebook is kept. */
export interface VersionKeeper {
  /** Whether the whole notebook is the reader's, and not only changes of it. */
  readonly whole: boolean;
  /** What was kept; nothing where that is damaged. */
  read(): OwnVersion;
  /** `text`: of the whole file. Returns whether it was kept; a browser may be out of room, or forbid it. */
  write(version: OwnVersion, text: () => string): boolean;
  /** Whether the page died the last time while cells of the reader began. */
  readonly diedAtStart: boolean;
  /** Leaves a mark for the time in which cells of the reader begin; `endStart` takes it away. */
  beginStart(): void;
  endStart(): void;
}

/** The reader's changes of a notebook by the ids of its cells, kept in the browser. */
export class OwnChanges implements VersionKeeper {
  readonly whole = false;
  readonly #storage: TextStorage | undefined;
  readonly #key: string;

  /** `name`: of the notebook, in addresses. */
  constructor(storage: TextStorage | undefined, name: string) {
    this.#storage = storage;
    this.#key = `edgewise-notebook-${name}`;
  }

  read(): OwnVersion {
    try {
      return toVersion(JSON.parse(this.#storage?.getItem(this.#key) ?? '{}'));
    } catch {
      return unchanged;
    }
  }

  write({ changes, added, order }: OwnVersion): boolean {
    const version = { ...Object.fromEntries(changes), added: Object.fromEntries(added), order };
    try {
      if (order) this.#storage?.setItem(this.#key, JSON.stringify(version));
      else this.#storage?.removeItem(this.#key);
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  get diedAtStart(): boolean {
    try {
      return (this.#storage?.getItem(this.#mark) ?? '') !== '';
    } catch {
      return false;
    }
  }

  beginStart(): void {
    try {
      this.#storage?.setItem(this.#mark, '1');
    } catch {
      // Then a page that dies begins again with the changes.
    }
  }

  endStart(): void {
    try {
      this.#storage?.removeItem(this.#mark);
    } catch {
      // As above.
    }
  }

  get #mark(): string {
    return `${this.#key}-starting`;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The changes are beside the other fields, as they were when nothing else was kept. */
function toVersion(value: unknown): OwnVersion {
  const { added, order, ...changes } = Object(value) as Fields;
  const { from, to } = Object(order) as Fields;
  return {
    changes: entriesOf(changes, isChange),
    added: entriesOf(added, isAddedCell),
    ...(isOrder(from) && isOrder(to) && { order: { from, to } }),
  };
}

function entriesOf<Entry>(
  value: unknown,
  isEntry: (value: unknown) => value is Entry,
): ReadonlyMap<number, Entry> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(Object(value) as object);
  return new Map(
    entries.flatMap(([id, entry]) => (isEntry(entry) ? [[Number(id), entry] as const] : [])),
  );
}

function isChange(value: unknown): value is Change {
  const { from, to, mode } = Object(value) as Fields;
  const texts = typeof from === 'string' && typeof to === 'string';
  return texts && (mode === undefined || isMode(mode));
}

function isAddedCell(value: unknown): value is AddedCell {
  const { mode, value: text } = Object(value) as Fields;
  return isMode(mode) && typeof text === 'string';
}

function isMode(value: unknown): boolean {
  return cellModes.some((mode) => mode === value);
}

function isOrder(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((id) => Number.isInteger(id));
}
