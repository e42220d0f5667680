import type { Hyperparameters } from '../hyperparameter.ts';

/**
 * Numbers that depend on the hyperparameters and on the step alone (bias corrections, for example),
 * computed once a step in double precision.
 */
export interface UpdaterFactors {
  readonly names: readonly string[];
  /**
   * Writes them from target[first] on; `count` = 1, 2, 3, …: which update it is. It must not
   * allocate, for engines call it in every step.
   */
  readonly write: (
    target: Float32Array | Float64Array,
    first: number,
    hyperparameters: Hyperparameters,
    count: number,
  ) => void;
}

/** Of an updater that needs none. */
export const noFactors: UpdaterFactors = { names: [], write: () => undefined };

/** Their values by name. */
export function factorValues(
  { names, write }: UpdaterFactors,
  hyperparameters: Hyperparameters,
  count: number,
): Readonly<Record<string, number>> {
  const values = new Float64Array(names.length);
  write(values, 0, hyperparameters, count);
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}
