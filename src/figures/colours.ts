/** What a figure is drawn with: any CSS colours. */
export interface FigureColours {
  readonly paper: string;
  readonly ink: string;
  /** Text that should stand back. */
  readonly soft: string;
  /** Frames and axes. */
  readonly hair: string;
  /** Class 0. */
  readonly red: string;
  /** Class 1. */
  readonly blue: string;
}

/** The page's own tokens: a figure drawn with them follows the theme without being drawn again. */
export const pageColours: FigureColours = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  hair: 'var(--hair)',
  red: 'var(--red)',
  blue: 'var(--blue)',
};
