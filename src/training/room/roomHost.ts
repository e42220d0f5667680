import { createSharedSimdEngines } from '../../engines/simdEngine.ts';
import { dealtSamples } from '../../federated/client/dealtSamples.ts';
import { RoomLearner } from '../../federated/client/roomLearner.ts';
import { layoutOf } from '../../federated/layout.ts';
import type { RoomPlan } from '../../federated/settings/roomPlan.ts';
import { type Model, readFrame } from '../../federated/wire/frame.ts';
import { modelHash } from '../../federated/wire/modelHash.ts';
import type { Engine } from '../../learning/engine.ts';
import { makeSampleSets } from '../../learning/datasets/makeSampleSets.ts';
import { evaluate } from '../../learning/evaluation/evaluate.ts';
import { initialParameters } from '../../learning/initialParameters.ts';
import { sampleWindow } from '../../learning/sampleWindow.ts';
import type { Samples, Window } from '../../learning/samples.ts';
import type { Look, RoomWork, WorkAnswer, WorkOrder } from './roomWork.ts';

/** What a plan gives the worker. */
interface Prepared {
  readonly model: Model;
  readonly engine: Engine;
  readonly evaluation: Samples;
  readonly window: Window;
  readonly learner: RoomLearner | undefined;
}

/** The worker's side of a page of a room: one answer to each order, in their order. */
export class RoomHost {
  readonly #emit: (answer: WorkAnswer) => void;
  #prepared: Prepared | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(emit: (answer: WorkAnswer) => void) {
    this.#emit = emit;
  }

  receive(order: WorkOrder): Promise<void> {
    this.#last = this.#last.then(() => this.#answer(order));
    return this.#last;
  }

  async #answer(order: WorkOrder): Promise<void> {
    const { id } = order;
    try {
      this.#emit({ id, result: await this.#resultOf(order) });
    } catch (error) {
      this.#emit({ id, failed: error instanceof Error ? error.message : String(error) });
    }
  }

  async #resultOf({ name, task }: WorkOrder): Promise<RoomWork[keyof RoomWork]['result']> {
    if (name === 'prepare') {
      this.#prepared = await prepare(task);
      return null;
    }
    const prepared = this.#prepared;
    if (!prepared) throw new Error('Expected a plan before the first piece of work.');
    switch (name) {
      case 'learn':
        return learnerOf(prepared).learn(task.model, task.poison);
      case 'settle':
        learnerOf(prepared).settle(task);
        return null;
      case 'look': {
        const parameters = task.of instanceof Float32Array ? task.of : vectorOf(task.of, prepared);
        return look(prepared, parameters, task.resolution);
      }
      case 'lookAtChange': {
        const change = vectorOf(task.update, prepared);
        const local = vectorOf(task.model, prepared).map((value, i) => value + (change[i] ?? NaN));
        return look(prepared, local, task.resolution);
      }
    }
  }
}

async function prepare({ plan, place }: RoomWork['prepare']['task']): Promise<Prepared> {
  const { network, training } = plan;
  const { training: all, evaluation } = makeSampleSets(plan.recipe);
  const parameters = Float32Array.from(initialParameters(network));
  const engine = await createSharedSimdEngines()({ network, training }, parameters);
  await engine.load('evaluation', evaluation);
  return {
    model: { layout: layoutOf(network), hash: modelHash(network) },
    engine,
    evaluation,
    window: sampleWindow(all, evaluation),
    learner: place === undefined ? undefined : await createLearner(plan, place),
  };
}

function createLearner(plan: RoomPlan, place: number): Promise<RoomLearner> {
  return RoomLearner.create({
    plan,
    place,
    samples: dealtSamples(plan, place),
    createEngine: createSharedSimdEngines(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  });
}

function learnerOf({ learner }: Prepared): RoomLearner {
  if (!learner) throw new Error('Expected a place in the deal before learning.');
  return learner;
}

function vectorOf(bytes: Uint8Array, { model }: Prepared): Float32Array {
  const frame = readFrame(bytes, model);
  if (typeof frame !== 'string') return frame.vector;
  throw new TypeError(`Expected a frame of this network, got one with a fault: ${frame}.`);
}

async function look(
  { engine, evaluation, window }: Prepared,
  parameters: Float32Array,
  resolution: number,
): Promise<Look> {
  await engine.setParameters(parameters);
  const { classes } = engine.specification.network;
  const field = await engine.field(window, resolution, classes === 2 ? [1] : undefined);
  const { probabilities, loss } = await engine.probabilitiesAndLoss('evaluation');
  const evaluated = evaluate(probabilities, evaluation.labels, classes, { loss });
  return { field, scores: { loss, accuracy: evaluated.value('accuracy') } };
}
