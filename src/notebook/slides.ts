import type { Cell } from './notebookFile.ts';

/** What begins a slide: a heading of the second level, or a rule, at the beginning of a text. */
const beginnings: Partial<Record<Cell['mode'], RegExp>> = {
  md: /^\s*(?:##[ \t]|(?:-{3,}|\*{3,}|_{3,})[ \t]*(?:\n|$)|<h2\b|<hr\b)/,
  html: /^\s*<h[2r]\b/,
};

/** For each cell the number of its slide, from 0. The first slide is what comes before any beginning. */
export function slideNumbers(cells: readonly Pick<Cell, 'mode' | 'value'>[]): readonly number[] {
  let slide = 0;
  return cells.map(({ mode, value }, index) => {
    if (index > 0 && beginnings[mode]?.test(value)) slide++;
    return slide;
  });
}
