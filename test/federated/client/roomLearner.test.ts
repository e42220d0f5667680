import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSharedSimdEngines } from '../../../src/engines/simdEngine.ts';
import { dealtSamples } from '../../../src/federated/client/dealtSamples.ts';
import { RoomLearner } from '../../../src/federated/client/roomLearner.ts';
import { layoutOf } from '../../../src/federated/layout.ts';
import {
  readPlan,
  type RoomPlan,
  usualPlan,
  writePlan,
} from '../../../src/federated/settings/roomPlan.ts';
import { readFrame, writeModelFrame } from '../../../src/federated/wire/frame.ts';
import { modelHash } from '../../../src/federated/wire/modelHash.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';

const { network } = usualPlan;
const model = { layout: layoutOf(network), hash: modelHash(network) };
const start = Float32Array.from(initialParameters(network));
const createEngine = createSharedSimdEngines();

function learner(settings: Partial<RoomPlan['class']> = {}, place = 0) {
  const plan = { ...usualPlan, class: { ...usualPlan.class, ...settings } };
  const samples = dealtSamples(plan, place);
  return RoomLearner.create({ plan, place, samples, createEngine, randomBytes: bytes });
}

const bytes = (count: number) => randomBytes(count);

/** What 32 bits lose of a change is added to the next one. */
const rounding = 1e-6;

function distance(one: Float32Array, other: Float32Array): number {
  return Math.max(...one.map((value, i) => Math.abs(value - (other[i] ?? NaN))));
}

function modelFrame(round = 0, sequence = round, variate = new Float32Array()) {
  return writeModelFrame({ epoch: 1, round, sequence, vector: start, variate }, model);
}

async function changeOf(device: RoomLearner, frame = modelFrame(), poison = '') {
  const { update, local } = await device.learn(frame, poison);
  const read = readFrame(update, model);
  if (typeof read === 'string') throw new Error(read);
  return { ...read, local };
}

describe('a device of a class', () => {
  it('sends what it has added to the model, for the round of that model', async () => {
    const { vector, local, ...head } = await changeOf(await learner(), modelFrame(7));
    expect(head).toMatchObject({ type: 'update', epoch: 1, round: 7, samples: 30 });
    const sum = vector.map((change, i) => (start[i] ?? NaN) + change);
    sum.forEach((value, i) => expect(value).toBeCloseTo(local[i] ?? NaN, 6));
  });

  it('refuses to learn from fewer than 8 different samples', async () => {
    const points = Float32Array.from({ length: 200 }, (_, i) => (i % 14) / 10);
    const samples = { points, labels: new Uint8Array(100) };
    const options = { plan: usualPlan, place: 0, samples, createEngine, randomBytes: bytes };
    await expect(RoomLearner.create(options)).rejects.toThrow('at least 8 different samples');
  });

  it('harms as it is told, and learns well again afterwards', async () => {
    const device = await learner();
    const honest = await changeOf(device);
    const flipped = await changeOf(device, modelFrame(), 'flip');
    expect(distance(flipped.vector, honest.vector)).toBeGreaterThan(0.01);
    const amplified = await changeOf(device, modelFrame(), 'amplify');
    amplified.vector.forEach((value, i) =>
      expect(value).toBeCloseTo(10 * (flipped.vector[i] ?? NaN), 4),
    );
    expect(distance((await changeOf(device)).vector, honest.vector)).toBeLessThan(rounding);
  });

  it('claims one sample with noise, and keeps its limit without', async () => {
    const noisy = await changeOf(await learner({ clip: 0.5, noise: 1 }));
    expect(noisy.samples).toBe(1);
    const clipped = await changeOf(await learner({ clip: 0.01 }));
    expect(Math.hypot(...clipped.vector)).toBeCloseTo(0.01, 6);
  });

  it('keeps its control variate only if its update was taken and the model has changed', async () => {
    const variate = new Float32Array(102);
    const plan = {
      ...usualPlan,
      training: { ...usualPlan.training, updater: 'sgd', hyperparameters: {} },
      class: { ...usualPlan.class, strategy: 'scaffold' },
    };
    const samples = dealtSamples(plan, 0);
    const make = () =>
      RoomLearner.create({ plan, place: 0, samples, createEngine, randomBytes: bytes });
    // The same round again and again: only the variate can make a difference.
    const second = async (answer: 'ok' | 'stale', sequence: number) => {
      const device = await make();
      const first = await changeOf(device, modelFrame(0, 0, variate));
      device.settle(answer);
      const { vector } = await changeOf(device, modelFrame(0, sequence, variate));
      return [first.vector, vector] as const;
    };
    for (const [answer, sequence, isKept] of [
      ['ok', 1, true],
      ['ok', 0, false],
      ['stale', 1, false],
    ] as const) {
      const [first, after] = await second(answer, sequence);
      const isMoved = distance(first, after) > rounding;
      expect(isMoved, `${answer} ${sequence}`).toBe(isKept);
    }
  });
});

describe('the plan of a room', () => {
  it('is the same when it has travelled', () => {
    const text = JSON.parse(JSON.stringify(writePlan(usualPlan))) as unknown;
    expect(readPlan(text)).toEqual(usualPlan);
  });

  it('deals each sample of its recipe to one place', () => {
    const all = Array.from({ length: 20 }, (_, place) => dealtSamples(usualPlan, place));
    const key = (x = NaN, y = NaN) => `${x} ${y}`;
    const dealt = all.flatMap(({ points, labels }) =>
      Array.from(labels, (_, i) => key(points[2 * i], points[2 * i + 1])),
    );
    const { points } = makeSampleSets(usualPlan.recipe).training;
    const drawn = Array.from({ length: points.length / 2 }, (_, i) =>
      key(points[2 * i], points[2 * i + 1]),
    );
    expect(dealt.sort()).toEqual(drawn.sort());
  });

  it.each([
    [null, 'expected an object, got null'],
    [{ class: { strategy: 'best' } }, 'expected one of fedavg'],
    [{ class: { strategy: 7 } }, 'expected a text, got 7'],
    [{ network: { units: '3' } }, 'expected settings of the network, got "units"'],
    [{ recipe: { training: '10' }, class: { clients: '11' } }, 'at most as many as there are'],
    [{ class: { noise: '1' } }, 'expected --clip above 0'],
  ])('is refused with a sentence: %j', (value, sentence) => {
    expect(() => readPlan(value)).toThrow(sentence);
  });
});
