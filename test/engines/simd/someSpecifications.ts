import fc from 'fast-check';
import { activations } from '../../../src/learning/activations/activations.ts';
import { features } from '../../../src/learning/features.ts';
import { schedules } from '../../../src/learning/schedules/schedules.ts';
import type {
  NetworkSpecification,
  Specification,
  TrainingSpecification,
} from '../../../src/learning/specification.ts';
import type { Updater } from '../../../src/learning/updaters/updater.ts';
import { updaters } from '../../../src/learning/updaters/updaters.ts';

/** Without those that have a kink, where a rounding of z decides between two slopes. */
const smooth = activations.filter(({ name }) => name !== 'relu' && name !== 'leakyRelu');

const names = (table: readonly { readonly name: string }[]) => table.map(({ name }) => name);

/** Networks of all kinds, small ones more often. */
export const someNetworks: fc.Arbitrary<NetworkSpecification> = fc.record({
  features: fc.subarray(names(features), { minLength: 1 }),
  hidden: fc.array(
    fc.record({
      units: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 70 })),
      activation: fc.constantFrom(...names(smooth)),
    }),
    { maxLength: 5 },
  ),
  classes: fc.integer({ min: 2, max: 10 }),
  initializer: fc.constant('xavier'),
  seed: fc.nat(2 ** 32 - 1),
});

const orNone = (some: fc.Arbitrary<number>) => fc.oneof(fc.constant(0), some);

/**
 * Training of all kinds, at a tenth of the updater's usual rate. Where an updater divides by the size
 * of the gradient, ε is large enough for a gradient of nothing but rounding to change nothing.
 */
const someTrainings: fc.Arbitrary<TrainingSpecification> = fc
  .record({
    updater: fc.constantFrom(...updaters),
    schedule: fc.constantFrom(...names(schedules)),
    batchSize: fc.integer({ min: 1, max: 80 }),
    l1: orNone(fc.constant(0.01)),
    l2: orNone(fc.constant(0.01)),
    dropout: orNone(fc.double({ min: 0.1, max: 0.9, noNaN: true })),
    clipping: orNone(fc.double({ min: 0.01, max: 2, noNaN: true })),
    // Every network has more parameters than these.
    frozen: fc.subarray([0, 1, 2]),
    cut: fc.subarray([3]),
  })
  .map(({ updater, ...training }) => ({
    ...training,
    updater: updater.name,
    rate: updater.defaultRate / 10,
    hyperparameters: withLargeEpsilon(updater),
    scheduleHyperparameters: {},
  }));

export const someSpecifications: fc.Arbitrary<Specification> = fc.record({
  network: someNetworks,
  training: someTrainings,
});

function withLargeEpsilon({ hyperparameters }: Updater): Record<string, number> {
  return hyperparameters.some(({ name }) => name === 'epsilon') ? { epsilon: 1e-3 } : {};
}
