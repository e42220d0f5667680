/** Names of the d3 symbols that mark samples; `symbolCircle` is 'circle'. */
export type ClassSymbol = 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'wye' | 'cross';

/** How the samples of one class are called and drawn. */
export interface SampleClass {
  /** A plain colour name in lower case. */
  readonly name: string;
  /** The CSS custom property that holds the colour of the current theme. */
  readonly token: string;
  /** The colour on white. */
  readonly light: string;
  /** The colour on #14161a, the paper of the dark theme. */
  readonly dark: string;
  /** d3 has seven symbols with an area; the last three classes have those of the first again. */
  readonly symbol: ClassSymbol;
}

/**
 * The classes by label, as many as a network may have. Red and blue on white are from Paul Tol's
 * scheme "vibrant" (Colour Schemes, SRON technical note, 2021). The others were searched for in the
 * range of their names: contrast of at least 3:1 on both papers, and the largest distance from each
 * other for normal sight, protanopia, deuteranopia and tritanopia, the first ones before the last.
 */
export const classes: readonly SampleClass[] = [
  { name: 'red', token: '--red', light: '#CC3311', dark: '#F0694E', symbol: 'circle' },
  { name: 'blue', token: '--blue', light: '#0077BB', dark: '#4FB0EA', symbol: 'square' },
  { name: 'orange', token: '--orange', light: '#D07839', dark: '#F5B773', symbol: 'triangle' },
  { name: 'purple', token: '--purple', light: '#6F2D96', dark: '#944DD9', symbol: 'diamond' },
  { name: 'green', token: '--green', light: '#2A7349', dark: '#AEF9C7', symbol: 'star' },
  { name: 'pink', token: '--pink', light: '#F44C84', dark: '#E77EBB', symbol: 'wye' },
  { name: 'brown', token: '--brown', light: '#593900', dark: '#8C643B', symbol: 'cross' },
  { name: 'teal', token: '--teal', light: '#539993', dark: '#47A392', symbol: 'circle' },
  { name: 'olive', token: '--olive', light: '#726F22', dark: '#AEB721', symbol: 'square' },
  { name: 'grey', token: '--grey', light: '#44474A', dark: '#C1C3C5', symbol: 'triangle' },
];

/** The colour name of a class, "red" for 0; "class 12" beyond the table. */
export function className(label: number): string {
  return classes[label]?.name ?? `class ${label}`;
}

/** K for samples with these labels: one more than the largest label, but at least 2. */
export function classCount(...labels: readonly Uint8Array[]): number {
  return labels.reduce((count, set) => set.reduce(atLeastOneMore, count), 2);
}

function atLeastOneMore(count: number, label: number): number {
  return Math.max(count, label + 1);
}
