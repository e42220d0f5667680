import type { Engine, EngineFactory } from '../../learning/engine.ts';
import { combineSeeds, createRandom, type Random } from '../../learning/random.ts';
import type { Samples } from '../../learning/samples.ts';
import { shuffled } from '../../learning/shuffled.ts';
import type { Specification } from '../../learning/specification.ts';
import { LocalWork } from '../client/localWork.ts';
import { encodingNamed } from '../encodings/encodings.ts';
import { layoutOf } from '../layout.ts';
import { pickSamples } from '../pickSamples.ts';
import { protectChange } from '../privacy/protectChange.ts';
import { meanFromSum, toFixedPoint } from '../secure/fixedPoint.ts';
import type { LeakCase } from './leakCases.ts';
import { type Guess, guessLabel, guessPoints } from './readChange.ts';

/** What is attacked. */
export interface LeakSubject {
  readonly specification: Specification;
  /** The model that the devices have received. */
  readonly parameters: Float32Array;
  /** From which each device draws its own. */
  readonly samples: Samples;
  readonly createEngine: EngineFactory;
}

/** One update, what it was learned from, and what the server takes it to be. */
export interface LeakAttempt {
  /** Of all its devices. */
  readonly samples: Samples;
  /** The surest first. */
  readonly guesses: readonly Guess[];
  readonly label: number;
}

/** Devices of a class in which the noise of the sum is shared. */
const classSize = 20;

/** Makes updates as devices do, and reads them as a curious server would. */
export class LeakProbe {
  readonly #subject: LeakSubject;
  readonly #engine: Engine;

  private constructor(subject: LeakSubject, engine: Engine) {
    this.#subject = subject;
    this.#engine = engine;
  }

  static async create(subject: LeakSubject): Promise<LeakProbe> {
    const { createEngine, specification, parameters } = subject;
    return new LeakProbe(subject, await createEngine(specification, parameters));
  }

  /** Each number gives another update of the case; the same number the same one. */
  async attempt(leakCase: LeakCase, number: number): Promise<LeakAttempt> {
    const { samples, specification } = this.#subject;
    const { network } = specification;
    const random = createRandom(combineSeeds(network.seed, number));
    const all = shuffled(samples.labels.length, random);
    const used = all.subarray(0, leakCase.devices * leakCase.samples);
    const sent: Float32Array[] = [];
    for (let first = 0; first < used.length; first += leakCase.samples) {
      const own = pickSamples(samples, used.subarray(first, first + leakCase.samples));
      sent.push(await this.#update(leakCase, own, random));
    }
    const seen = whatIsSeen(sent);
    return {
      samples: pickSamples(samples, used),
      guesses: guessPoints(seen, network),
      label: guessLabel(seen, network),
    };
  }

  dispose(): void {
    this.#engine.dispose();
  }

  /** What arrives of one device: worked out, protected, encoded and decoded. */
  async #update(leakCase: LeakCase, own: Samples, random: Random): Promise<Float32Array> {
    const { network } = this.#subject.specification;
    const { epochs, noise } = leakCase;
    const layout = layoutOf(network);
    const kind = epochs === 0 ? 'gradient' : 'epochs';
    const plan = { kind, epochs, batches: 0, local: 'none', mu: 0 } as const;
    await this.#engine.load('training', own);
    const work = new LocalWork(this.#engine, {
      size: own.labels.length,
      count: layout.count,
      plan,
    });
    const { parameters } = this.#subject;
    const { change } = await work.work({ round: 0, parameters, variate: new Float32Array() });
    const protection = { clip: noise > 0 ? 1 : 0, noise, asked: classSize };
    const left = protectChange(change, protection, () => random.normal());
    const encoding = encodingNamed(leakCase.encoding);
    const arrived = encoding.decode(encoding.encode(left, layout), layout);
    if (!arrived) throw new Error('Expected an update of finite numbers: start the class over.');
    return arrived;
  }
}

/** A single update as it is; of several, which are masked, only the mean. */
function whatIsSeen(sent: readonly Float32Array[]): Float32Array | Float64Array {
  const [only] = sent;
  if (only && sent.length === 1) return only;
  const sum = new Uint32Array(only?.length ?? 0);
  for (const update of sent)
    toFixedPoint(update).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
  return meanFromSum(sum, sent.length);
}
