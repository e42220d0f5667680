import { flushSync } from 'svelte';
import { MediaQuery } from 'svelte/reactivity';

/** Whether the page is being printed. */
export class Printing {
  readonly #onPaper = new MediaQuery('print');
  #begun = $state(false);

  get on(): boolean {
    return this.#begun || this.#onPaper.current;
  }

  /** The browser is about to print; what reads `on` is up to date when this returns. */
  begin(): void {
    this.#begun = true;
    flushSync();
  }

  end(): void {
    this.#begun = false;
  }
}
