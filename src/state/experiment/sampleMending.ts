import { className } from '../../learning/classes.ts';
import type { SetName } from '../../learning/samples.ts';
import { relabelled, without } from '../drawing/sampleEdits.ts';
import type { Announcer } from '../page/announcer.svelte.ts';
import type { SampleSourceState } from './sampleSource.svelte.ts';

/** Which sample, and `x 0.42, y 0.31`. */
export interface PlacedSample {
  readonly set: SetName;
  readonly index: number;
  readonly place: string;
}

/** Mends single samples, and says so; each time it is one change that can be undone. */
export class SampleMending {
  readonly #samples: SampleSourceState;
  readonly #announcer: Announcer;

  constructor(samples: SampleSourceState, announcer: Announcer) {
    this.#samples = samples;
    this.#announcer = announcer;
  }

  /** Gives a sample another class. */
  relabel({ set, index, place }: PlacedSample, label: number): void {
    this.#samples.edit(
      set,
      relabelled(this.#samples.sets[set], [index], () => label),
    );
    this.#announcer.say(`The sample at ${place} is ${className(label)} now.`);
  }

  /** Returns whether the sample is gone: the last one that there is to learn from stays. */
  erase({ set, index, place }: PlacedSample): boolean {
    if (set === 'training' && this.#samples.size(set) === 1) {
      this.#announcer.say('The last training sample stays: the network needs one to learn from.');
      return false;
    }
    this.#samples.edit(set, without(this.#samples.sets[set], [index]));
    this.#announcer.say(`The sample at ${place} is erased.`);
    return true;
  }
}
