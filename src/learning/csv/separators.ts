/** What divides the fields of a line. */
export interface Separator {
  /** As options and addresses write it. */
  readonly name: string;
  readonly label: string;
  readonly sign: string;
}

export const comma: Separator = { name: 'comma', label: 'commas', sign: ',' };

/** Any number of spaces divide two fields. */
export const spaces: Separator = { name: 'spaces', label: 'spaces', sign: ' ' };

/** In the order in which they are tried: the first of those that read a file equally well. */
export const separators: readonly Separator[] = [
  comma,
  { name: 'semicolon', label: 'semicolons', sign: ';' },
  { name: 'tab', label: 'tabs', sign: '\t' },
  { name: 'bar', label: 'bars', sign: '|' },
  spaces,
];
