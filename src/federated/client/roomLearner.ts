import type { Engine, EngineFactory } from '../../learning/engine.ts';
import { withDefaults } from '../../learning/hyperparameter.ts';
import { initialParameters } from '../../learning/initialParameters.ts';
import { named } from '../../learning/named.ts';
import { combineSeeds, createRandom } from '../../learning/random.ts';
import type { Samples } from '../../learning/samples.ts';
import { encodingNamed } from '../encodings/encodings.ts';
import { ErrorFeedback } from '../encodings/errorFeedback.ts';
import { layoutOf } from '../layout.ts';
import { poisonNamed } from '../poisons/poisons.ts';
import { platformNormal, type RandomBytes } from '../privacy/platformNormal.ts';
import { protectChange } from '../privacy/protectChange.ts';
import type { Answer } from '../room/roomEvents.ts';
import { askedClients } from '../settings/classObjection.ts';
import type { RoomPlan } from '../settings/roomPlan.ts';
import { strategyNamed } from '../strategies/strategies.ts';
import { type Model, readFrame, writeFrame } from '../wire/frame.ts';
import { modelHash } from '../wire/modelHash.ts';
import { distinctSamples } from './distinctSamples.ts';
import { kindsOfWork } from './kindsOfWork.ts';
import type { Learned, Learner } from './learner.ts';
import { LocalWork, type Work } from './localWork.ts';

/** What a device learns with. */
export interface RoomLearnerOptions {
  readonly plan: RoomPlan;
  /** Which hand of the deal it holds; decides the order of its samples. */
  readonly place: number;
  /** Its own: they stay here. */
  readonly samples: Samples;
  readonly createEngine: EngineFactory;
  /** From the platform's generator, for the noise. */
  readonly randomBytes: RandomBytes;
}

/** M10: an update of fewer distinct samples says too much of each of them. */
const leastDistinctSamples = 8;

const streams = { client: 13, poison: 15 };

/** A device of a real class: turns a model into an update. */
export class RoomLearner implements Learner {
  readonly #options: RoomLearnerOptions;
  readonly #model: Model;
  readonly #right: Engine;
  readonly #feedback: readonly ErrorFeedback[];
  #wrong: Engine | undefined;
  #work: LocalWork;
  #isWrong = false;
  #sent = 0;
  /** SCAFFOLD: the work whose control variate is kept if the next model has a higher sequence. */
  #pending: { readonly work: Work; readonly sequence: number; isTaken: boolean } | undefined;

  private constructor(options: RoomLearnerOptions, engine: Engine) {
    const { network, class: settings } = options.plan;
    const model = { layout: layoutOf(network), hash: modelHash(network) };
    const feedback = () => new ErrorFeedback(encodingNamed(settings.encoding), model.layout);
    this.#options = options;
    this.#model = model;
    this.#right = engine;
    this.#feedback = [feedback(), feedback()];
    this.#work = this.#workOn(engine);
  }

  /** Rejects with a sentence where the samples are too few. */
  static async create(options: RoomLearnerOptions): Promise<RoomLearner> {
    const distinct = distinctSamples(options.samples);
    if (distinct < leastDistinctSamples) {
      throw new RangeError(
        `A device of a class needs at least ${leastDistinctSamples} different samples, so that its updates do not give single ones away; this one has ${distinct}.`,
      );
    }
    return new RoomLearner(options, await engineFor(options, options.samples));
  }

  async learn(bytes: Uint8Array, poison: string): Promise<Learned> {
    const frame = readFrame(bytes, this.#model);
    if (typeof frame === 'string') {
      throw new TypeError(`The model that came cannot be read (${frame}).`);
    }
    this.#keepVariate(frame.sequence);
    await this.#useLabels(poison !== '' && poisonNamed(poison).wrongLabels);
    const { round, epoch, sequence, vector: parameters, variate } = frame;
    const work = await this.#work.work({ round, parameters, variate });
    const change = this.#changeToSend(work.change, poison, round);
    const [first, second] = this.#feedback;
    const vectors = [change, work.variateChange].flatMap((vector, i) => {
      const bytesOfVector = vector.length > 0 && [first, second][i]?.encode(vector);
      return bytesOfVector ? [bytesOfVector] : [];
    });
    const { noise, encoding: name } = this.#options.plan.class;
    // With noise each client counts the same: its number of samples would be given away.
    const samples = noise > 0 ? 1 : work.samples;
    this.#pending = { work, sequence, isTaken: false };
    return {
      update: writeFrame(
        {
          type: 'update',
          epoch,
          round,
          samples,
          sequence: this.#sent++,
          encoding: encodingNamed(name),
          vectors,
        },
        this.#model,
      ),
      local: parameters.map((value, i) => value + (work.change[i] ?? NaN)),
    };
  }

  settle(answer: Answer): void {
    if (this.#pending) this.#pending.isTaken = answer === 'ok';
  }

  /** S12 */
  #keepVariate(sequence: number): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending?.isTaken && sequence > pending.sequence) this.#work.accept(pending.work);
  }

  #changeToSend(change: Float64Array, poison: string, round: number): Float64Array {
    const { plan, place, randomBytes } = this.#options;
    if (poison !== '') {
      const random = createRandom(combineSeeds(plan.network.seed, streams.poison, round, place));
      return poisonNamed(poison).distort(change, random, plan.class.amplification);
    }
    const protection = { ...plan.class, asked: askedClients(plan.class) };
    return protectChange(change, protection, platformNormal(randomBytes));
  }

  async #useLabels(isWrong: boolean): Promise<void> {
    if (isWrong === this.#isWrong) return;
    this.#isWrong = isWrong;
    const { samples, plan } = this.#options;
    if (isWrong) {
      const labels = samples.labels.map((label) => (label + 1) % plan.network.classes);
      this.#wrong ??= await engineFor(this.#options, { ...samples, labels });
    }
    this.#work = this.#workOn(isWrong && this.#wrong ? this.#wrong : this.#right);
  }

  #workOn(engine: Engine): LocalWork {
    const { strategy, strategyHyperparameters, work, localEpochs, batches } =
      this.#options.plan.class;
    const { local, hyperparameters } = strategyNamed(strategy);
    const { mu = 0 } = withDefaults(hyperparameters, strategyHyperparameters);
    const { name: kind } = named('work', kindsOfWork, work);
    const plan = { kind, epochs: localEpochs, batches, local, mu };
    const size = this.#options.samples.labels.length;
    return new LocalWork(engine, { size, count: this.#model.layout.count, plan });
  }
}

async function engineFor(
  { plan: { network, training }, place, createEngine }: RoomLearnerOptions,
  samples: Samples,
): Promise<Engine> {
  const seed = combineSeeds(network.seed, streams.client, place);
  const parameters = Float32Array.from(initialParameters(network));
  const engine = await createEngine({ network: { ...network, seed }, training }, parameters);
  await engine.load('training', samples);
  return engine;
}
