/** Answers acts of the user with a sentence for the live region; the same sentence may come again. */
export class Announcer {
  #said = $state.raw({ sentence: '', count: 0 });

  /** The newest sentence; another `count` says that it is to be read again. */
  get said(): { readonly sentence: string; readonly count: number } {
    return this.#said;
  }

  say(sentence: string): void {
    this.#said = { sentence, count: this.#said.count + 1 };
  }
}
