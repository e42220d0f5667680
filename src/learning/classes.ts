/** A class of samples as people see it. */
export interface ClassDescription {
  readonly name: string;
  /** The CSS custom property of its colour. */
  readonly token: string;
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'wye';
  /** Its colour on a light and on a dark page. */
  readonly light: string;
  readonly dark: string;
}

/** By label: class 0 first. */
export const classes: readonly ClassDescription[] = [
  { name: 'red', token: '--red', symbol: 'circle', light: '#c31', dark: '#f0694e' },
  { name: 'blue', token: '--blue', symbol: 'square', light: '#07b', dark: '#4fb0ea' },
  { name: 'green', token: '--green', symbol: 'triangle', light: '#00806f', dark: '#2bb8a5' },
  { name: 'orange', token: '--orange', symbol: 'diamond', light: '#b35a00', dark: '#f2913d' },
  { name: 'pink', token: '--pink', symbol: 'star', light: '#c2185b', dark: '#f27da9' },
  { name: 'grey', token: '--grey', symbol: 'wye', light: '#666', dark: '#aaa' },
];
