import type { Reporter } from 'vitest/node';

/** A reporter for vitest that sends how many test files are done to the process that started it. */
export default class ProgressReporter implements Reporter {
  #files = 0;
  #done = 0;

  onTestRunStart(specifications: readonly unknown[]): void {
    this.#files = specifications.length;
  }

  onTestModuleEnd(): void {
    this.#done++;
    process.send?.(`${this.#done} of ${this.#files} files`);
  }
}
