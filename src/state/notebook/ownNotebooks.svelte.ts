import { newCell, readNotebook, writeNotebook } from '../../notebook/notebookFile.ts';
import { unchanged } from '../../notebook/ownVersion.ts';
import { OwnChanges, type TextStorage, type VersionKeeper } from './ownChanges.ts';

/** A notebook of the reader's in the list. */
export interface OwnNotebook {
  /** In addresses. */
  readonly name: string;
  readonly title: string;
  /** Whether it may run when it is opened: made here, or run before. */
  readonly trusted: boolean;
}

const listKey = 'edgewise-own-notebooks';
const textKey = (name: string) => `edgewise-own-notebook-${name}`;

/** The reader's own notebooks. Where the browser does not keep them, they last as long as the page. */
export class OwnNotebooks {
  readonly #storage: TextStorage | undefined;
  #list = $state.raw<readonly OwnNotebook[]>([]);
  #deleted = $state.raw<{ readonly entry: OwnNotebook; readonly index: number }>();
  #kept = $state(true);
  /** How many there have ever been: a name is not given again. */
  #count = 0;
  /** As they are now, kept or not. */
  #texts: Readonly<Record<string, string | undefined>> = {};

  constructor(storage: TextStorage | undefined) {
    this.#storage = storage;
    this.refresh();
  }

  get list(): readonly OwnNotebook[] {
    return this.#list;
  }

  /** The one that was deleted last and can come back. */
  get deleted(): OwnNotebook | undefined {
    return this.#deleted?.entry;
  }

  /** Whether the browser has kept what was last changed. */
  get kept(): boolean {
    return this.#kept;
  }

  /** The text of its file. */
  text(name: string): string | undefined {
    const text = this.#texts[name] ?? this.#attempt(() => this.#storage?.getItem(textKey(name)));
    return text ?? undefined;
  }

  /** Adds a notebook with this text; gives its name in addresses. */
  add(text: string, trusted: boolean): string {
    this.refresh();
    const name = `own-${++this.#count}`;
    this.#write(name, text);
    this.#setList([...this.#list, { name, title: readNotebook(text).title, trusted }]);
    return name;
  }

  /** Adds an empty notebook. */
  addEmpty(): string {
    const cells = [newCell(1, 'md', '# My notebook'), newCell(2, 'js')];
    return this.add(
      writeNotebook({ title: 'My notebook', theme: 'air', readOnly: false, cells }),
      true,
    );
  }

  rename(name: string, title: string): void {
    const text = this.text(name);
    if (text === undefined || title.trim() === '') return;
    this.#write(name, writeNotebook({ ...readNotebook(text), title: title.trim() }));
    this.#change(name, { title: title.trim() });
  }

  /** Lets it run from now on. */
  trust(name: string): void {
    this.#change(name, { trusted: true });
  }

  /** Takes it from the list; `undelete` brings the last one back. */
  delete(name: string): void {
    this.refresh();
    const index = this.#list.findIndex((each) => each.name === name);
    const entry = this.#list[index];
    const text = this.text(name);
    if (!entry || text === undefined) return;
    this.#texts = { ...this.#texts, [name]: text };
    this.#deleted = { entry, index };
    this.#attempt(() => this.#storage?.removeItem(textKey(name)));
    this.#setList(this.#list.toSpliced(index, 1));
  }

  undelete(): void {
    if (!this.#deleted) return;
    this.refresh();
    const { entry, index } = this.#deleted;
    this.#deleted = undefined;
    this.#write(entry.name, this.text(entry.name) ?? '');
    this.#setList(this.#list.toSpliced(index, 0, entry));
  }

  /** What keeps the notebook of that name while it is open. */
  keeper(name: string): VersionKeeper {
    const marks = new OwnChanges(this.#storage, name);
    return {
      whole: true,
      read: () => unchanged,
      write: (_version, text) => this.#write(name, text()),
      get diedAtStart() {
        return marks.diedAtStart;
      },
      beginStart: () => marks.beginStart(),
      endStart: () => marks.endStart(),
    };
  }

  /** Reads the list again; another window may have changed it. */
  refresh(): void {
    if (!this.#kept) return;
    const { count, list } = Object(
      this.#attempt(() => JSON.parse(this.#storage?.getItem(listKey) ?? '{}') as unknown),
    ) as Readonly<Record<string, unknown>>;
    this.#count = Math.max(this.#count, Number.isInteger(count) ? Number(count) : 0);
    this.#list = Array.isArray(list) ? list.filter(isOwnNotebook) : [];
  }

  #change(name: string, fields: Partial<OwnNotebook>): void {
    this.refresh();
    this.#setList(
      this.#list.map((entry) => (entry.name === name ? { ...entry, ...fields } : entry)),
    );
  }

  #write(name: string, text: string): boolean {
    this.#texts = { ...this.#texts, [name]: text };
    return this.#keep(textKey(name), text);
  }

  #setList(list: readonly OwnNotebook[]): void {
    this.#list = list;
    this.#keep(listKey, JSON.stringify({ count: this.#count, list }));
  }

  #keep(key: string, text: string): boolean {
    this.#kept =
      this.#attempt(() => {
        this.#storage?.setItem(key, text);
        return this.#storage !== undefined;
      }) ?? false;
    return this.#kept;
  }

  #attempt<Result>(task: () => Result): Result | undefined {
    try {
      return task();
    } catch {
      return undefined;
    }
  }
}

function isOwnNotebook(value: unknown): value is OwnNotebook {
  const { name, title, trusted } = Object(value) as Readonly<Record<string, unknown>>;
  return (
    typeof name === 'string' &&
    /^own-\d+$/.test(name) &&
    typeof title === 'string' &&
    typeof trusted === 'boolean'
  );
}
