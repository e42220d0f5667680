import type { Engine } from '../../learning/engine.ts';
import { createRandom } from '../../learning/random.ts';
import type { Samples } from '../../learning/samples.ts';
import { LocalWork, type Task, type WorkPlan } from '../client/localWork.ts';
import type { Encoding } from '../encodings/encoding.ts';
import { ErrorFeedback } from '../encodings/errorFeedback.ts';
import type { Poison } from '../poisons/poison.ts';
import { protectChange, type Protection } from '../privacy/protectChange.ts';
import { type Model, writeFrame } from '../wire/frame.ts';

/** What a simulated client is. */
export interface ClientOptions {
  /** With the client's samples as its training set. */
  readonly engine: Engine;
  /** What it learns from; poisoned clients have wrong labels. */
  readonly samples: Samples;
  readonly model: Model;
  readonly plan: WorkPlan;
  readonly encoding: Encoding;
  readonly protection: Protection;
  /** Undefined for an honest client. */
  readonly poison: Poison | undefined;
  readonly amplification: number;
}

/** An update as it is on its way, and what to do when it has been taken. */
export interface SentUpdate {
  readonly bytes: Uint8Array;
  readonly accepted: () => void;
}

/** A device of the class that learns and sends. */
export class SimulatedClient {
  readonly #options: ClientOptions;
  readonly #work: LocalWork;
  readonly #feedback: ErrorFeedback;
  readonly #variateFeedback: ErrorFeedback;
  #sequence = 0;
  #local: Float32Array | undefined;

  constructor(options: ClientOptions) {
    const { engine, samples, model, plan, encoding } = options;
    const size = samples.labels.length;
    this.#options = options;
    this.#work = new LocalWork(engine, { size, count: model.layout.count, plan });
    this.#feedback = new ErrorFeedback(encoding, model.layout);
    this.#variateFeedback = new ErrorFeedback(encoding, model.layout);
  }

  get samples(): Samples {
    return this.#options.samples;
  }

  get isPoisoned(): boolean {
    return this.#options.poison !== undefined;
  }

  /** The parameters after its last work, before anything was done to its change. */
  get local(): Float32Array | undefined {
    return this.#local;
  }

  /** @param seed of the noise, and of the random numbers of a poisoned client. */
  async update(task: Task, seed: number): Promise<SentUpdate> {
    const { model, encoding, protection } = this.#options;
    const work = await this.#work.work(task);
    this.#local = task.parameters.map((value, i) => value + (work.change[i] ?? NaN));
    const vectors = [this.#feedback.encode(this.#changeToSend(work.change, seed))];
    if (work.variateChange.length > 0) {
      vectors.push(this.#variateFeedback.encode(work.variateChange));
    }
    const { round } = task;
    // With noise each client counts the same: its number of samples would be given away.
    const samples = protection.noise > 0 ? 1 : work.samples;
    const sequence = this.#sequence++;
    const frame = { type: 'update', epoch: 0, round, samples, sequence, encoding } as const;
    return {
      bytes: writeFrame({ ...frame, vectors }, model),
      accepted: () => this.#work.accept(work),
    };
  }

  /** A poisoned client protects nothing, and keeps no limit. */
  #changeToSend(change: Float64Array, seed: number): Float64Array {
    const { poison, amplification, protection } = this.#options;
    const random = createRandom(seed);
    if (poison) return poison.distort(change, random, amplification);
    return protectChange(change, protection, () => random.normal());
  }
}
