/** Something that was done and can be undone. */
export interface Act {
  /** What it was, as the beginning of a sentence: `cell 3 deleted`. */
  readonly what: string;
  redo(): void;
  undo(): void;
}

/** Acts that can be undone. */
const capacity = 200;

/** What was done, to be undone and done again in order. */
export class ActHistory {
  #done = $state.raw<readonly Act[]>([]);
  #undone = $state.raw<readonly Act[]>([]);

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Does it. */
  do(act: Act): void {
    this.#done = [...this.#done, act].slice(-capacity);
    this.#undone = [];
    act.redo();
  }

  /** Returns what was undone; undefined where there was nothing. */
  undo(): string | undefined {
    const act = this.#done.at(-1);
    if (!act) return undefined;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, act];
    act.undo();
    return act.what;
  }

  /** Returns what was done again; undefined where there was nothing. */
  redo(): string | undefined {
    const act = this.#undone.at(-1);
    if (!act) return undefined;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, act];
    act.redo();
    return act.what;
  }
}
