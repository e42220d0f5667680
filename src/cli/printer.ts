/** Prints on a standard stream until that fails; from then on nothing more. */
export class Printer {
  readonly #stream: NodeJS.WritableStream;
  #failure: Error | undefined;
  /** Settles with the text printed last. */
  #last = Promise.resolve();

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
    stream.on('error', (error: Error) => this.#fail(error));
  }

  readonly print = (text: string): void => {
    if (this.#failure) return;
    this.#last = new Promise((resolve) => {
      this.#stream.write(text, (error) => {
        if (error) this.#fail(error);
        resolve();
      });
    });
  };

  /** Waits until all is printed. Returns why it could not be. */
  async settled(): Promise<Error | undefined> {
    await this.#last;
    return this.#failure;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
  }
}
