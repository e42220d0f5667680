/** A number that the user may set, with the range in which it makes sense. */
export interface Hyperparameter {
  /** The key of the value in a specification; settings/hyperparameterFields.ts makes the address's. */
  readonly name: string;
  /** What the screen calls it. */
  readonly label: string;
  readonly default: number;
  /** Smallest and largest value allowed, both included. */
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly integer?: true;
  /** One sentence for the learner. */
  readonly meaning: string;
}

/** Values by hyperparameter name. */
export type Hyperparameters = Readonly<Record<string, number>>;

/** The given value of each hyperparameter, or its default. */
export function withDefaults(
  hyperparameters: readonly Hyperparameter[],
  given: Hyperparameters,
): Hyperparameters {
  const values: Record<string, number> = {};
  for (const { name, default: value } of hyperparameters) values[name] = given[name] ?? value;
  return values;
}
