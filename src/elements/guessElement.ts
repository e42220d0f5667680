import { DrawnLines } from '../state/plot/drawnLines.svelte.ts';
import { ViewElement } from './viewElement.ts';

/** What cells see of a guess. */
export interface GuessValue {
  /** Whether there is a line. */
  readonly drawn: boolean;
  /** The share of the plane, 0 to 1, on which guess and network agree; NaN before it has learned. */
  readonly agreement: number;
}

/** A guess of a boundary, in the convention of Observable Inputs: a `value`, and `input` events. */
export class GuessElement extends ViewElement {
  /** They stay when the element is not shown for a while. */
  readonly lines = new DrawnLines();
  #value: GuessValue = { drawn: false, agreement: NaN };

  get value(): GuessValue {
    return this.#value;
  }

  /** The value is another one now. */
  receive(value: GuessValue): void {
    this.#value = value;
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
