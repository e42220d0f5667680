import { featureMatrix } from '../features.ts';
import { fieldPoints } from '../fieldPoints.ts';
import type { Window } from '../samples.ts';

/** Keeps the inputs of the last field, because training asks for the same field every time. */
export class FieldInputs {
  readonly #features: readonly string[];
  #window: Window = { left: 0, right: 0, bottom: 0, top: 0 };
  #resolution = 0;
  #inputs: Float32Array = new Float32Array();

  constructor(features: readonly string[]) {
    this.#features = features;
  }

  /** resolution² × F, in the order of `fieldPoints`. */
  of(window: Window, resolution: number): Float32Array {
    if (resolution !== this.#resolution || !sameWindow(window, this.#window)) {
      this.#window = { ...window };
      this.#resolution = resolution;
      this.#inputs = featureMatrix(this.#features, fieldPoints(window, resolution));
    }
    return this.#inputs;
  }
}

function sameWindow(one: Window, other: Window): boolean {
  return (
    one.left === other.left &&
    one.right === other.right &&
    one.bottom === other.bottom &&
    one.top === other.top
  );
}
