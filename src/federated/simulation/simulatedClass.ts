import type { EngineFactory } from '../../learning/engine.ts';
import { withDefaults } from '../../learning/hyperparameter.ts';
import { named } from '../../learning/named.ts';
import { combineSeeds, createRandom } from '../../learning/random.ts';
import type { Samples } from '../../learning/samples.ts';
import { shuffled } from '../../learning/shuffled.ts';
import type { Specification } from '../../learning/specification.ts';
import { ClassModel } from '../classModel.ts';
import type { Task, WorkPlan } from '../client/localWork.ts';
import { kindsOfWork } from '../client/kindsOfWork.ts';
import { dealNamed } from '../deals/deals.ts';
import { encodingNamed } from '../encodings/encodings.ts';
import { layoutOf } from '../layout.ts';
import { pickSamples } from '../pickSamples.ts';
import { poisonNamed } from '../poisons/poisons.ts';
import { PrivacyAccountant } from '../privacy/privacyAccountant.ts';
import { quorumOf } from '../room/quorum.ts';
import { askedClients } from '../settings/classObjection.ts';
import type { ClassSettings } from '../settings/classSettings.ts';
import { strategyNamed } from '../strategies/strategies.ts';
import type { ClientUpdate } from '../strategies/strategy.ts';
import { type Model, readFrame, writeModelFrame } from '../wire/frame.ts';
import { modelHash } from '../wire/modelHash.ts';
import { SimulatedClient } from './simulatedClient.ts';

/** What a simulated class is made of. */
export interface ClassOptions {
  /** Settings that `classObjection` has nothing against. */
  readonly settings: ClassSettings;
  /** Its seed decides everything that is drawn. */
  readonly specification: Specification;
  /** The parameters that all clients begin with. */
  readonly parameters: Float32Array;
  /** The training set, at least one sample for each client. */
  readonly samples: Samples;
  readonly createEngine: EngineFactory;
}

/**
 * What a client does in a round: it was not asked, left, sent too late, or sent in time.
 */
export type Activity = 'idle' | 'gone' | 'late' | 'sent';

/** What happened in a round. */
export interface RoundReport {
  /** 1, 2, 3, … */
  readonly round: number;
  /** Clients whose updates were combined; 0 when the round was abandoned. */
  readonly clients: number;
  /** Bytes of all updates that were sent, those that came too late included. */
  readonly bytesUp: number;
  /** Bytes of the models that were sent to the clients asked. */
  readonly bytesDown: number;
  /** Updates that held numbers that are not finite. */
  readonly refused: number;
  /** What each client did. */
  readonly activities: readonly Activity[];
  /** ε of all rounds so far, for the δ of the settings; undefined without noise. */
  readonly epsilon: number | undefined;
  /** Why the model is as before, a full sentence; undefined when it was changed. */
  readonly abandoned: string | undefined;
}

const streams = { deal: 11, poisoned: 12, client: 13, round: 14, poison: 15 };

/**
 * A class in one process: dealt samples, clients that learn, fail and harm, and a server that
 * combines. The same options give the same rounds, bit for bit.
 */
export class SimulatedClass {
  readonly #options: ClassOptions;
  readonly #model: Model;
  readonly #clients: readonly SimulatedClient[];
  readonly #class: ClassModel;
  readonly #accountant = new PrivacyAccountant();
  #rounds = 0;

  private constructor(options: ClassOptions, model: Model, clients: readonly SimulatedClient[]) {
    const { strategy, strategyHyperparameters } = options.settings;
    const choice = { name: strategy, hyperparameters: strategyHyperparameters };
    this.#options = options;
    this.#model = model;
    this.#clients = clients;
    this.#class = new ClassModel(choice, options.parameters);
  }

  static async create(options: ClassOptions): Promise<SimulatedClass> {
    const { network } = options.specification;
    const model = { layout: layoutOf(network), hash: modelHash(network) };
    return new SimulatedClass(options, model, await createClients(options, model));
  }

  get clients(): readonly SimulatedClient[] {
    return this.#clients;
  }

  /** Of the class, after the rounds so far; a copy. */
  get parameters(): Float32Array {
    return this.#class.parameters;
  }

  async round(): Promise<RoundReport> {
    const round = this.#rounds++;
    const draws = this.#draw(round);
    const task = { round, parameters: this.#class.parameters, variate: this.#class.variate };
    const updates: ClientUpdate[] = [];
    const accepted: (() => void)[] = [];
    let bytesUp = 0;
    let refused = 0;
    const activities = this.#clients.map((): Activity => 'idle');
    for (const client of draws.gone) activities[client] = 'gone';
    for (const { client, late } of draws.working) {
      activities[client] = late ? 'late' : 'sent';
      const seed = combineSeeds(this.#seed, streams.poison, round, client);
      const sent = await this.#clients[client]?.update(task, seed);
      if (!sent) continue;
      bytesUp += sent.bytes.length;
      if (late) continue;
      const frame = readFrame(sent.bytes, this.#model);
      if (typeof frame === 'string') {
        refused++;
        continue;
      }
      const { vector: change, variate: variateChange, samples } = frame;
      updates.push({ change, variateChange, samples });
      accepted.push(sent.accepted);
    }
    const abandoned = this.#combine(updates, draws.asked);
    if (abandoned === undefined) for (const accept of accepted) accept();
    return {
      round: round + 1,
      clients: abandoned === undefined ? updates.length : 0,
      bytesUp,
      bytesDown: this.#modelFrame(task).length * draws.asked,
      refused,
      activities,
      epsilon: this.#lossAfterRound(),
      abandoned,
    };
  }

  /** Why the round is abandoned, or undefined. */
  #combine(updates: readonly ClientUpdate[], asked: number): string | undefined {
    const quorum = quorumOf(asked);
    if (updates.length < quorum) {
      return `A round with ${asked} clients needs ${quorum} updates, got ${updates.length}.`;
    }
    const objection = this.#class.objection(updates.length);
    if (objection !== undefined) return objection;
    this.#class.combine(updates, this.#options.samples.labels.length);
    return undefined;
  }

  /** An abandoned round counts as well, and no credit is taken for clients that are not asked. */
  #lossAfterRound(): number | undefined {
    const { noise: noiseMultiplier, delta } = this.#options.settings;
    if (noiseMultiplier === 0) return undefined;
    this.#accountant.add({ noiseMultiplier, sampling: 1 });
    return this.#accountant.loss(delta).epsilon;
  }

  #modelFrame({ round, parameters: vector, variate }: Task): Uint8Array {
    return writeModelFrame({ epoch: 0, round, sequence: round, vector, variate }, this.#model);
  }

  /** Each client has its numbers in every round, so that one setting does not change the others. */
  #draw(round: number) {
    const { settings } = this.#options;
    const random = createRandom(combineSeeds(this.#seed, streams.round, round));
    const asked = askedClients(settings);
    const draws = this.#clients.map((_, client) => ({
      client,
      turn: random.uniform(),
      gone: random.uniform() < settings.dropouts,
      late: random.uniform() < settings.stragglers,
    }));
    const chosen = draws.sort((a, b) => a.turn - b.turn).slice(0, asked);
    const gone = chosen.filter((draw) => draw.gone).map(({ client }) => client);
    const working = chosen.filter((draw) => !draw.gone).sort((a, b) => a.client - b.client);
    return { asked, gone, working };
  }

  get #seed(): number {
    return this.#options.specification.network.seed;
  }
}

async function createClients(options: ClassOptions, model: Model): Promise<SimulatedClient[]> {
  const { settings, specification, samples, parameters, createEngine } = options;
  const { network, training } = specification;
  const { clients, alpha, amplification } = settings;
  const random = createRandom(combineSeeds(network.seed, streams.deal));
  const hands = dealNamed(settings.deal).deal({ samples, clients, random, alpha });
  const poisoned = poisonedClients(settings, network.seed);
  const plan = planOf(settings);
  const encoding = encodingNamed(settings.encoding);
  const protection = { ...settings, asked: askedClients(settings) };
  return Promise.all(
    hands.map(async (hand, client) => {
      const seed = combineSeeds(network.seed, streams.client, client);
      const engine = await createEngine({ network: { ...network, seed }, training }, parameters);
      const poison = poisoned.has(client) ? poisonNamed(settings.poison) : undefined;
      const { points, labels } = pickSamples(samples, hand);
      const wrong = (label: number) => (label + 1) % network.classes;
      const learned = { points, labels: poison?.wrongLabels ? labels.map(wrong) : labels };
      await engine.load('training', learned);
      const own = { engine, samples: learned, poison };
      return new SimulatedClient({ ...own, model, plan, encoding, amplification, protection });
    }),
  );
}

function planOf(settings: ClassSettings): WorkPlan {
  const { strategy, strategyHyperparameters, work, localEpochs, batches } = settings;
  const { local, hyperparameters } = strategyNamed(strategy);
  const { mu = 0 } = withDefaults(hyperparameters, strategyHyperparameters);
  return { kind: named('work', kindsOfWork, work).name, epochs: localEpochs, batches, local, mu };
}

function poisonedClients({ clients, poisoned }: ClassSettings, seed: number): Set<number> {
  const order = shuffled(clients, createRandom(combineSeeds(seed, streams.poisoned)));
  return new Set(order.subarray(0, poisoned));
}
