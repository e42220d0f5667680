/** Smallest and largest value allowed, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Which numbers a setting takes. */
export interface NumberRange extends Range {
  /** Whole numbers only. */
  readonly integer?: boolean;
}

/** What every setting has, whatever its values are. */
export interface FieldBase {
  /** Its name in the address and, after two dashes, in the terminal: `batch`. */
  readonly key: string;
  /** Its name on the screen and in messages: `batch size`. */
  readonly label: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  /** Where its value is in an experiment: `training.batchSize`. */
  readonly path: string;
  /** Keys of the settings that bring a default with them: the updater brings a learning rate. */
  readonly follows?: readonly string[];
}

/** A setting whose value is a number. */
export interface NumberField extends FieldBase, NumberRange {
  /** What the number counts: `samples`. */
  readonly unit?: string;
  readonly default: number;
}

/** A name that a setting can take. */
export interface Named {
  readonly name: string;
  readonly label: string;
}

/** A setting whose value is a name out of a table. */
export interface ChoiceField extends FieldBase {
  readonly choices: readonly Named[];
  readonly default: string;
}

/** A setting whose value is a list of names out of a table, none of them twice. */
export interface ChoicesField extends FieldBase {
  readonly choices: readonly Named[];
  readonly default: readonly string[];
}

/** A row of the table of settings. */
export type Field = NumberField | ChoiceField | ChoicesField;
