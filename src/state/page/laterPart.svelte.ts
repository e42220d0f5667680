/**
 * Code that the first picture does not need, in a file of the build that is loaded when `load` is
 * called. Made once for each part, in a module script, so that what shows the part a second time need
 * not wait.
 */
export class LaterPart<Module> {
  readonly #fetch: () => Promise<Module>;
  #module = $state.raw<Module>();
  #failed = $state(false);
  #loading: Promise<void> | undefined;

  /** `fetch`: an `import()` of the part. */
  constructor(fetch: () => Promise<Module>) {
    this.#fetch = fetch;
  }

  /** Undefined until it has come. */
  get module(): Module | undefined {
    return this.#module;
  }

  /** Whether it could not be loaded when this was last tried. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Loads it, unless it is there or on its way. Never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#try();
    return this.#loading;
  }

  async #try(): Promise<void> {
    this.#failed = false;
    try {
      this.#module = await this.#fetch();
    } catch {
      this.#failed = true;
      this.#loading = undefined;
    }
  }
}
