import { parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';

/** Milliseconds that the fields of one frame may cost while training, and a tile at rest. */
const fieldTime = 25;
/** Before anything is measured: a product and a sum on a slow processor, in milliseconds. */
const guessPerParameter = 1e-6;
/** Share of the past that is kept, per field. */
const memory = 0.7;

/** Measures what a cell of the field costs. */
export class FieldMeter {
  readonly #guess: number;
  #millisecondsPerCell: number;

  constructor(network: NetworkSpecification) {
    this.#guess = guessPerParameter * parameterCount(network);
    this.#millisecondsPerCell = this.#guess;
  }

  add(cells: number, milliseconds: number): void {
    const measured = milliseconds / cells;
    this.#millisecondsPerCell = memory * this.#millisecondsPerCell + (1 - memory) * measured;
  }

  /** Cells that may be computed without letting messages in between. */
  get affordableCells(): number {
    return fieldTime / this.#millisecondsPerCell;
  }

  /** A cell costs something else from now on: another engine. */
  forget(): void {
    this.#millisecondsPerCell = this.#guess;
  }
}
