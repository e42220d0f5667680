/** A class of samples, as it is shown. */
export interface SampleClass {
  readonly name: string;
  /** The custom property of its colour. */
  readonly token: string;
  /** Name of a d3 symbol. */
  readonly symbol: string;
}

export const classes: readonly SampleClass[] = [
  { name: 'red', token: '--red', symbol: 'circle' },
  { name: 'blue', token: '--blue', symbol: 'square' },
];

/** What people call a class; its number where it has no name. */
export function className(index: number): string {
  return classes.at(index)?.name ?? `class ${index}`;
}
