import fc from 'fast-check';
import { activations } from '../../src/learning/activations/activations.ts';
import type { Configuration } from '../../src/learning/configuration.ts';
import { features } from '../../src/learning/features.ts';
import type { Hyperparameter, Hyperparameters } from '../../src/learning/hyperparameter.ts';
import { initializers } from '../../src/learning/initializers/initializers.ts';
import { parameterCount } from '../../src/learning/parameters.ts';
import { schedules } from '../../src/learning/schedules/schedules.ts';
import type { NumberRange } from '../../src/learning/settings/field.ts';
import { networkFields } from '../../src/learning/settings/networkFields.ts';
import { stoppingFields } from '../../src/learning/settings/stoppingFields.ts';
import { trainingFields } from '../../src/learning/settings/trainingFields.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';

interface Member {
  readonly name: string;
  readonly hyperparameters: readonly Hyperparameter[];
}

interface Chosen {
  readonly name: string;
  readonly values: Hyperparameters;
}

/** A name of the table. */
export function anyName(table: readonly { readonly name: string }[]): fc.Arbitrary<string> {
  return fc.constantFrom(...table.map(({ name }) => name));
}

/** A number of the range, both ends included. */
export function anyNumber({ min, max, integer }: NumberRange): fc.Arbitrary<number> {
  const number = integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  // -0 is written as 0.
  return fc.oneof(fc.constantFrom(min, max), number).map((value) => value + 0);
}

/** A member of a family, with values for some of its hyperparameters. */
function anyMember(family: readonly Member[]) {
  return fc.constantFrom(...family).chain(({ name, hyperparameters }) => {
    const values = hyperparameters.map((each) =>
      fc
        .option(anyNumber(each))
        .map((value) => (value === null ? [] : [[each.name, value] as const])),
    );
    return fc
      .tuple(...values)
      .map((given): Chosen => ({ name, values: Object.fromEntries(given.flat()) }));
  });
}

const layer = fc.record({
  units: anyNumber(networkFields.units),
  activation: anyName(activations),
});

const network = fc.record({
  features: fc.subarray(
    features.map(({ name }) => name),
    { minLength: 1 },
  ),
  hidden: fc.array(layer, { maxLength: networkFields.layers.max }),
  classes: fc.constant(2),
  initializer: anyName(initializers),
  seed: anyNumber(networkFields.seed),
});

const training = fc
  .record({
    updater: anyMember(updaters),
    schedule: anyMember(schedules),
    rate: anyNumber(trainingFields.rate),
    batchSize: anyNumber(trainingFields.batchSize),
    l1: anyNumber(trainingFields.l1),
    l2: anyNumber(trainingFields.l2),
    dropout: anyNumber(trainingFields.dropout),
    clipping: anyNumber(trainingFields.clipping),
  })
  .map(({ updater, schedule, ...numbers }) => ({
    ...numbers,
    updater: updater.name,
    hyperparameters: updater.values,
    schedule: schedule.name,
    scheduleHyperparameters: schedule.values,
  }));

const stopping = fc.record({
  epochs: anyNumber(stoppingFields.epochs),
  loss: anyNumber(stoppingFields.loss),
  accuracy: anyNumber(stoppingFields.accuracy),
  plateau: anyNumber(stoppingFields.plateau),
});

/** Which of that many parameters are frozen, and which cut. */
function anyMask(count: number) {
  const places = fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.boolean()), {
    selector: ([index]) => index,
    maxLength: 12,
  });
  return places.map((held) => {
    const indices = (isCut: boolean) =>
      held.flatMap(([index, cut]) => (cut === isCut ? [index] : [])).sort((a, b) => a - b);
    return { frozen: indices(false), cut: indices(true) };
  });
}

/** Any configuration of two classes, drawn from the table of settings. */
export const anyConfiguration: fc.Arbitrary<Configuration> = fc
  .record({ network, training, stopping })
  .chain((whole) =>
    anyMask(parameterCount(whole.network)).map((mask) => {
      return { ...whole, training: { ...whole.training, ...mask } };
    }),
  );
