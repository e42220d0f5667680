/** Why what was typed into a number field was refused: until it is typed anew, or set elsewhere. */
export class Refusal {
  readonly #value: () => number;
  #sentence = $state('');
  #refusedAt = $state<number>();

  /** `value`: the number in force, which stays when another one is refused. */
  constructor(value: () => number) {
    this.#value = value;
  }

  /** Empty when all is well. */
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
