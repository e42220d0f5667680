/** What kind of text a setting takes. */
export type TextForm = 'whole' | 'number' | 'name' | 'list';

/** A setting as a text: `key=text` in the address, `--key text` in the terminal. */
export interface SettingText {
  readonly key: string;
  /** Its name on the screen. */
  readonly label: string;
  /** One sentence for the learner. */
  readonly meaning: string;
  readonly form: TextForm;
  /** What the text must be: `a whole number from 1 to 4096`. */
  readonly expected: string;
  readonly defaultText: string;
  /** Keys of the settings that bring a default with them. */
  readonly follows: readonly string[];
}

/** A setting of a whole, such as a recipe or a configuration. */
export interface Setting<Whole> extends SettingText {
  /** Undefined where the whole does not have this setting: the momentum of Adam. */
  readonly write: (whole: Whole) => string | undefined;
  /**
   * The whole with the value that the text gives.
   * @throws SpecificationError for a text that is not what is expected.
   */
  readonly read: (text: string, whole: Whole) => Whole;
}

/** How to get and replace one value of a whole. */
export interface Lens<Whole, Value> {
  readonly get: (whole: Whole) => Value;
  readonly set: (whole: Whole, value: Value) => Whole;
}

/** The setting of a part as a setting of the whole. */
export function settingOfPart<Whole, Part>(
  setting: Setting<Part>,
  { get, set }: Lens<Whole, Part>,
): Setting<Whole> {
  return {
    ...setting,
    write: (whole) => setting.write(get(whole)),
    read: (text, whole) => set(whole, setting.read(text, get(whole))),
  };
}
