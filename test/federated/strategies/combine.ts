import { withDefaults, type Hyperparameters } from '../../../src/learning/hyperparameter.ts';
import type { ClientUpdate, Strategy } from '../../../src/federated/strategies/strategy.ts';

/** An update of a client with so many samples. */
export function updateOf(change: readonly number[], samples = 1): ClientUpdate {
  return { change: Float64Array.from(change), samples, variateChange: new Float64Array() };
}

interface Start {
  readonly parameters?: readonly number[];
  readonly hyperparameters?: Hyperparameters;
  /** The values of all entries of the slots, in place of their start values. */
  readonly slots?: readonly number[];
}

/** The parameters, from 0 if nothing else is said, after one round. */
export function combine(
  strategy: Strategy,
  updates: readonly ClientUpdate[],
  { parameters, hyperparameters = {}, slots }: Start = {},
): number[] {
  const count = updates[0]?.change.length ?? 0;
  const result = Float64Array.from(parameters ?? new Array<number>(count).fill(0));
  const values = withDefaults(strategy.hyperparameters, hyperparameters);
  const slot = (index: number) => {
    const start = slots?.[index] ?? strategy.slots[index]?.start(values);
    return start === undefined ? new Float64Array() : new Float64Array(count).fill(start);
  };
  strategy.apply({
    parameters: result,
    updates,
    state: [slot(0), slot(1)],
    hyperparameters: values,
    classSamples: updates.reduce((sum, { samples }) => sum + samples, 0),
  });
  return Array.from(result);
}
