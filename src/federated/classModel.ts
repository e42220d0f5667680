import { type Hyperparameters, withDefaults } from '../learning/hyperparameter.ts';
import { strategyNamed } from './strategies/strategies.ts';
import type { ClientUpdate, Strategy, StrategyState } from './strategies/strategy.ts';

/** How a class combines its updates. */
export interface StrategyChoice {
  /** Name in the table of strategies. */
  readonly name: string;
  readonly hyperparameters: Hyperparameters;
}

/** What a class has learned: enough to continue from there exactly. */
export interface ClassState {
  readonly parameters: Float32Array;
  /** The strategy's slots; those that it does not use are empty. */
  readonly slots: StrategyState;
}

/** The parameters of a class, and the rule that changes them from round to round. */
export class ClassModel {
  readonly strategy: Strategy;
  readonly #hyperparameters: Hyperparameters;
  readonly #parameters: Float32Array;
  readonly #slots: StrategyState;

  /** @param start the parameters to begin with, or the state to continue from. */
  constructor({ name, hyperparameters }: StrategyChoice, start: Float32Array | ClassState) {
    this.strategy = strategyNamed(name);
    this.#hyperparameters = withDefaults(this.strategy.hyperparameters, hyperparameters);
    const { parameters, slots } =
      start instanceof Float32Array ? { parameters: start, slots: this.#emptySlots(start) } : start;
    this.#parameters = parameters.slice();
    this.#slots = [slots[0].slice(), slots[1].slice()];
  }

  /** A copy. */
  get parameters(): Float32Array {
    return this.#parameters.slice();
  }

  /** A copy. */
  get state(): ClassState {
    const [first, second] = this.#slots;
    return { parameters: this.parameters, slots: [first.slice(), second.slice()] };
  }

  /** c of SCAFFOLD, else empty. */
  get variate(): Float32Array {
    return Float32Array.from(this.strategy.local === 'variates' ? this.#slots[0] : []);
  }

  /** Why it cannot combine that many updates, a full sentence; undefined where it can. */
  objection(count: number): string | undefined {
    return this.strategy.objection(count, this.#hyperparameters);
  }

  /**
   * Takes the updates of a round, at least one, to which there is no objection.
   * @param classSamples number of samples of all clients, whether they are in the round or not.
   */
  combine(updates: readonly ClientUpdate[], classSamples: number): void {
    this.strategy.apply({
      parameters: this.#parameters,
      updates,
      state: this.#slots,
      hyperparameters: this.#hyperparameters,
      classSamples,
    });
  }

  #emptySlots({ length }: Float32Array): StrategyState {
    const slot = (index: number) => {
      const start = this.strategy.slots[index]?.start;
      return start
        ? new Float64Array(length).fill(start(this.#hyperparameters))
        : new Float64Array();
    };
    return [slot(0), slot(1)];
  }
}
