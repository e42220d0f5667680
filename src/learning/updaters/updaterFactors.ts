import type { Hyperparameters } from '../hyperparameter.ts';

/**
 * Numbers that depend only on the hyperparameters and the step (bias corrections, for example),
 * computed once per step in double precision.
 */
export interface UpdaterFactors {
  readonly names: readonly string[];
  /**
   * Writes them to target[first], target[first + 1], …; `count` = 1, 2, 3, …: the number of the
   * update. It must not allocate, because engines call it in every step.
   */
  readonly write: (
    target: Float32Array | Float64Array,
    first: number,
    hyperparameters: Hyperparameters,
    count: number,
  ) => void;
}

/** The factors of an updater that needs none. */
export const noFactors: UpdaterFactors = { names: [], write: () => undefined };

/** The factors' values by name. */
export function factorValues(
  { names, write }: UpdaterFactors,
  hyperparameters: Hyperparameters,
  count: number,
): Readonly<Record<string, number>> {
  const values = new Float64Array(names.length);
  write(values, 0, hyperparameters, count);
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? NaN]));
}
