import { stepsPerEpoch } from '../../learning/batches.ts';
import type { Engine } from '../../learning/engine.ts';
import { LocalWork } from '../client/localWork.ts';
import type { ClassSettings } from '../settings/classSettings.ts';

/** What a central run depends on. */
export interface CentralOptions {
  /** Number of samples in the training set. */
  readonly size: number;
  /** To begin with. */
  readonly parameters: Float32Array;
  readonly settings: ClassSettings;
}

/**
 * The same network trained in one place on all samples, for comparison: in a round it makes as many
 * epochs as a client does, or takes a gradient over as many mini-batches as all clients do.
 */
export class CentralRun {
  readonly #engine: Engine;
  readonly #size: number;
  readonly #settings: ClassSettings;
  readonly #gradients: LocalWork;
  #parameters: Float32Array;
  #rounds = 0;

  /** @param engine with all samples as its training set. */
  constructor(engine: Engine, { size, parameters, settings }: CentralOptions) {
    const batches = settings.batches * settings.clients;
    const plan = { kind: 'gradient', epochs: 0, batches, local: 'none', mu: 0 } as const;
    this.#engine = engine;
    this.#size = size;
    this.#settings = settings;
    this.#gradients = new LocalWork(engine, { size, count: parameters.length, plan });
    this.#parameters = parameters;
  }

  /** After the rounds so far. */
  get parameters(): Float32Array {
    return this.#parameters;
  }

  async round(): Promise<void> {
    const round = this.#rounds++;
    if (this.#settings.work === 'epochs') {
      const { batchSize } = this.#engine.specification.training;
      await this.#engine.train(this.#settings.localEpochs * stepsPerEpoch(this.#size, batchSize));
      this.#parameters = await this.#engine.parameters();
    } else {
      const task = { round, parameters: this.#parameters, variate: new Float32Array() };
      const { change } = await this.#gradients.work(task);
      this.#parameters = this.#parameters.map((value, i) => value + (change[i] ?? NaN));
    }
  }
}
