import type { StoredRoom } from './storedRoom.ts';
import type { Surroundings } from './surroundings.ts';

/** A room in the store. Saves that wait for one another are one, of the room as it is by then. */
export class SavedRoom {
  readonly #surroundings: Pick<Surroundings, 'store' | 'complain'>;
  readonly #state: () => StoredRoom;
  #isWaiting = false;
  #done: Promise<void> = Promise.resolve();

  /** @param state the room as it is when it is called. */
  constructor(surroundings: Pick<Surroundings, 'store' | 'complain'>, state: () => StoredRoom) {
    this.#surroundings = surroundings;
    this.#state = state;
  }

  /** Settles when all that has happened is stored, or somebody knows that it could not be. */
  get done(): Promise<void> {
    return this.#done;
  }

  /** To be called whenever the room has changed. */
  save(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#done = this.#done.then(() => {
      this.#isWaiting = false;
      const state = this.#state();
      return this.#try(() => this.#surroundings.store.save(state), state.code, 'stored');
    });
  }

  async remove(): Promise<void> {
    await this.#done;
    const { code } = this.#state();
    await this.#try(() => this.#surroundings.store.remove(code), code, 'removed');
  }

  async #try(work: () => Promise<void>, code: string, done: string): Promise<void> {
    try {
      await work();
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      this.#surroundings.complain(`Room ${code} could not be ${done}: ${reason}`);
    }
  }
}
