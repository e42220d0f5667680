import { articleConfiguration } from '../learning/configuration.ts';
import { makeSampleSets, type RecipeDraw } from '../learning/datasets/makeSampleSets.ts';
import type { EngineFactory } from '../learning/engine.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import { ReferenceNetwork } from '../learning/referenceNetwork.ts';
import type { Specification } from '../learning/specification.ts';
import { failedTest, passedTest, type SelfTestResult } from './selfTestResult.ts';

/**
 * The largest error of a number, as a share of itself where it is larger than 1. After four steps
 * single precision is wrong by about 1e-6, half precision by about 1e-3.
 */
const tolerance = 1e-4;

/** Two epochs of 70 samples, each with a second mini-batch of only 20. */
const steps = 4;
const data: RecipeDraw = { set: 'moon', training: 70, evaluation: 30, seed: 1 };
const window = { left: -2, right: 3, bottom: -2, top: 2 };
const resolution = 8;

const { network, training } = articleConfiguration;

/** The article's classifier, and one that uses everything that a step can do. */
const specifications: readonly Specification[] = [
  { network, training },
  {
    network: {
      ...network,
      features: ['x', 'y', 'xy'],
      hidden: [
        { units: 9, activation: 'tanh' },
        { units: 6, activation: 'softplus' },
      ],
      classes: 3,
    },
    training: {
      ...training,
      updater: 'adam',
      hyperparameters: {},
      schedule: 'exponential',
      l1: 0.001,
      l2: 0.01,
      dropout: 0.2,
      clipping: 0.5,
    },
  },
];

/** Trains an engine and the reference for a few steps and compares all their numbers. */
export async function selfTest(name: string, create: EngineFactory): Promise<SelfTestResult> {
  let largest = 0;
  try {
    for (const specification of specifications) {
      for (const { what, actual, expected } of await bothResults(create, specification)) {
        const found = farthest(actual, expected);
        if (!(found.deviation <= tolerance)) {
          const came = `came to ${plain(found.actual)} instead of ${plain(found.expected)}`;
          return failedTest(name, `after ${steps} steps ${what} ${came}`);
        }
        largest = Math.max(largest, found.deviation);
      }
    }
  } catch (error) {
    return failedTest(name, error instanceof Error ? error.message : String(error));
  }
  const made = specifications.length * steps;
  return passedTest(name, `in ${made} steps no number was off by more than ${plain(largest)}`);
}

/** Numbers of the engine, and those of the reference. */
interface BothResults {
  readonly what: string;
  readonly actual: ArrayLike<number>;
  readonly expected: ArrayLike<number>;
}

async function bothResults(
  create: EngineFactory,
  specification: Specification,
): Promise<BothResults[]> {
  const samples = makeSampleSets(data);
  const parameters = Float32Array.from(initialParameters(specification.network));
  const reference = new ReferenceNetwork(specification, parameters);
  const engine = await create(specification, parameters);
  try {
    for (const set of ['training', 'evaluation'] as const) {
      reference.load(set, samples[set]);
      await engine.load(set, samples[set]);
    }
    reference.train(steps);
    await engine.train(steps);
    const { parameters: actual, updaterState } = await engine.snapshot();
    const loss = await engine.loss('evaluation');
    const field = await engine.field(window, resolution);
    return [
      { what: 'a parameter', actual, expected: reference.parameters },
      { what: 'the updater', actual: updaterState, expected: reference.updaterState },
      { what: 'the loss', actual: [loss], expected: [reference.loss('evaluation')] },
      { what: 'a probability', actual: field, expected: reference.field(window, resolution) },
    ];
  } finally {
    engine.dispose();
  }
}

/**
 * Two numbers that should be equal, and their difference as a share of the larger of 1 and size.
 */
interface Deviation {
  readonly actual: number;
  readonly expected: number;
  readonly deviation: number;
}

/** The pair that is farthest apart; NaN is farther than anything, and so is a missing number. */
function farthest(actual: ArrayLike<number>, expected: ArrayLike<number>): Deviation {
  let found: Deviation = { actual: 0, expected: 0, deviation: 0 };
  for (const [index, wanted] of Array.from(expected).entries()) {
    const got = actual[index] ?? NaN;
    const deviation = Math.abs(got - wanted) / Math.max(1, Math.abs(wanted));
    const pair = { actual: got, expected: wanted, deviation };
    if (Number.isNaN(deviation)) return pair;
    if (deviation > found.deviation) found = pair;
  }
  return found;
}

/** With three digits, without powers of ten, and with a minus sign at which no line breaks. */
function plain(value: number): string {
  if (!Number.isFinite(value)) return 'no number';
  return value.toLocaleString('en', { maximumSignificantDigits: 3 }).replace('-', '−');
}
