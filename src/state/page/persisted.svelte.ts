/** Where a choice outlives the page. Browsers may forbid it, and it may be full. */
export interface ChoiceStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What there is to choose from, and where the choice is kept. */
interface PersistedOptions<Choice extends string> {
  readonly key: string;
  readonly choices: readonly Choice[];
  /** The choice as long as none was made. */
  readonly fallback: Choice;
}

/** A choice that outlives the page where the browser allows it; elsewhere it lasts as long as the page. */
export class Persisted<Choice extends string> {
  readonly #storage: ChoiceStorage | undefined;
  readonly #key: string;
  #choice = $state() as Choice;

  constructor(storage: ChoiceStorage | undefined, options: PersistedOptions<Choice>) {
    const { key, choices, fallback } = options;
    this.#storage = storage;
    this.#key = key;
    const stored = attempt(() => storage?.getItem(key));
    this.#choice = choices.find((choice) => choice === stored) ?? fallback;
  }

  get choice(): Choice {
    return this.#choice;
  }

  choose(choice: Choice): void {
    this.#choice = choice;
    attempt(() => this.#storage?.setItem(this.#key, choice));
  }
}

function attempt<Result>(task: () => Result): Result | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
