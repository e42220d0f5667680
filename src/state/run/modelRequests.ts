import type { ModelFiles } from '../../learning/modelFiles.ts';

interface Waiting {
  readonly resolve: (files: ModelFiles) => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait for a run's model, in the order in which they asked; each is answered once. */
export class ModelRequests {
  #waiting: Waiting[] = [];

  add(): Promise<ModelFiles> {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  answer(files: ModelFiles): void {
    this.#waiting.shift()?.resolve(files);
  }

  /** Rejects all, with a sentence. */
  refuse(message: string): void {
    for (const { reject } of this.#waiting) reject(new Error(message));
    this.#waiting = [];
  }
}
