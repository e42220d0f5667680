import { classes } from '../learning/classes.ts';

/** The colours a field is mixed from; as `colourOf` reads them: no var(). */
export type FieldColours = Pick<FigureColours, 'paper' | 'classes'>;

/** The colours of a figure; any CSS colours. */
export interface FigureColours {
  readonly paper: string;
  readonly ink: string;
  /** Text of less importance. */
  readonly soft: string;
  /** Frames and axes. */
  readonly hair: string;
  /** Lines in the background. */
  readonly edge: string;
  /** By label; further classes are drawn in ink. */
  readonly classes: readonly string[];
}

/** The page's tokens: a figure drawn with them follows the theme without being drawn again. */
export const pageColours: FigureColours = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  hair: 'var(--hair)',
  edge: 'var(--edge)',
  classes: classes.map(({ token }) => `var(${token})`),
};

/**
 * The colours of a field by the page's tokens.
 * @param read the value of a CSS custom property, such as `--paper`; empty where there is none.
 */
export function fieldColours(read: (token: string) => string): FieldColours {
  const colours = classes.map(({ token, light }) => read(token) || light);
  return { paper: read('--paper'), classes: colours };
}

/** The colour of a class. */
export function classColour(label: number, colours: FigureColours = pageColours): string {
  return colours.classes[label] ?? colours.ink;
}
