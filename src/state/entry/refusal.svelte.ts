/** Why the text in a number field was refused, until the user types again or the number changes. */
export class Refusal {
  readonly #value: () => number;
  #sentence = $state('');
  #refusedAt = $state<number>();

  /** `value` returns the number in use, which a refused text does not change. */
  constructor(value: () => number) {
    this.#value = value;
  }

  /** Empty when nothing is refused. */
  get sentence(): string {
    return this.#refusedAt === this.#value() ? this.#sentence : '';
  }

  refuse(sentence: string): void {
    this.#sentence = sentence;
    this.#refusedAt = this.#value();
  }

  forget(): void {
    this.#refusedAt = undefined;
  }
}
