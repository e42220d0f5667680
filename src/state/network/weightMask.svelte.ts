import type { TrainingSettings } from '../experiment/trainingSettings.svelte.ts';
import type { NetworkSettings } from '../experiment/networkSettings.svelte.ts';
import { type Hold, holdsOf, withHold } from './hold.ts';
import { incomingParameters, outgoingParameters } from './parameterPlaces.ts';
import type { Place } from './networkWalk.ts';

/** Which weights and biases are frozen or cut, and how to change that. */
export class WeightMask {
  readonly #training: TrainingSettings;
  readonly #network: NetworkSettings;
  readonly #holds = $derived.by(() => holdsOf(this.#training.specification));

  constructor(training: TrainingSettings, network: NetworkSettings) {
    this.#training = training;
    this.#network = network;
  }

  /** Whether something is frozen or cut. */
  has(hold: 'frozen' | 'cut'): boolean {
    return this.#training.specification[hold].length > 0;
  }

  /** Of a parameter, by its index. */
  holdOf(index: number): Hold {
    return this.#holds.get(index) ?? 'learns';
  }

  /** Of a whole unit or output; 'learns' where not all of it is frozen or cut. */
  holdOfNode(node: Place): Hold {
    const isAll = (hold: 'frozen' | 'cut') =>
      this.#ofNode(node, hold).every((index) => this.holdOf(index) === hold);
    if (isAll('cut')) return 'cut';
    return isAll('frozen') ? 'frozen' : 'learns';
  }

  /** Freezes or cuts a parameter, or lets it learn. */
  set(index: number, hold: Hold): void {
    this.#training.hold(withHold(this.#training.specification, [index], hold));
  }

  /**
   * Freezes a unit or output, which are the weights that come in and its bias; or cuts it off, which
   * are the weights that go out as well; or lets it learn.
   */
  setNode(node: Place, hold: Hold): void {
    const freed = this.#ofNode(node, this.holdOfNode(node) === 'cut' ? 'cut' : hold);
    const indices = this.#ofNode(node, hold);
    this.#training.hold(withHold(this.#training.specification, indices, hold, freed));
  }

  #ofNode({ column, index }: Place, hold: Hold): readonly number[] {
    const network = this.#network.specification;
    const outgoing = hold === 'cut' ? outgoingParameters(network, column, index) : [];
    return [...incomingParameters(network, column, index), ...outgoing];
  }
}
