import { parameterCount } from '../learning/parameters.ts';
import type { HeldExperiment } from './heldExperiment.svelte.ts';
import { modelParameters } from './modelParameters.ts';
import { optionNames, type TrainerOptions } from './trainerOptions.ts';
import type { TrainerValue } from './trainerValue.ts';
import { ViewElement } from './viewElement.ts';

/**
 * A training run as an element, in the convention of Observable Inputs: it has a `value`, and tells by
 * `input` events that this has changed. Each option is also a property, which may be set while it
 * trains: `net.rate = 0.1`.
 */
export class TrainerElement extends ViewElement {
  #held: HeldExperiment | undefined;

  /** What it steers; set once, by its maker. */
  set held(held: HeldExperiment) {
    this.#held = held;
    for (const name of optionNames) {
      Object.defineProperty(this, name, {
        configurable: true,
        set: (value: unknown) => this.set({ [name]: value } as TrainerOptions),
      });
    }
  }

  get held(): HeldExperiment {
    if (!this.#held) throw new Error('A trainer is made by the function trainer().');
    return this.#held;
  }

  get value(): TrainerValue {
    return this.held.value;
  }

  /** Trains until the last epoch, or goes on training. */
  train(): this {
    this.held.begin().run.train();
    return this;
  }

  pause(): this {
    this.held.begin().run.pause();
    return this;
  }

  /** Makes one step, or one epoch, when it does not train. */
  step(unit: 'step' | 'epoch' = 'step'): this {
    this.held.begin().run.step(unit);
    return this;
  }

  /** Begins again from the same weights. */
  reset(): this {
    this.held.begin().reset();
    return this;
  }

  /** All weights and biases as they are now: layer by layer, weights [input][unit], then biases. */
  async parameters(): Promise<Float32Array> {
    return modelParameters(await this.held.begin().run.model());
  }

  /**
   * Replaces all weights and biases; what the updater remembers begins at zero.
   * @throws RangeError for numbers that are not finite, and for fewer or more than it has.
   */
  setParameters(parameters: ArrayLike<number>): this {
    const { run, network } = this.held.begin();
    const expected = parameterCount(network.specification);
    const values = Float32Array.from(parameters);
    if (values.length !== expected || !values.every(Number.isFinite)) {
      throw new RangeError(`parameters: expected ${expected} finite numbers, got ${shown(values)}`);
    }
    run.setParameters(values);
    return this;
  }

  /**
   * Changes several options at once.
   * @throws RangeError with a sentence for an option that cannot be used.
   */
  set(options: TrainerOptions): this {
    this.held.change(options);
    return this;
  }

  /** Ends its session. One that was shown ends by itself when it is not shown any more. */
  dispose(): void {
    this.held.dispose();
  }
}

function shown(values: Float32Array): string {
  const wrong = values.find((value) => !Number.isFinite(value));
  return wrong === undefined ? String(values.length) : String(wrong);
}
