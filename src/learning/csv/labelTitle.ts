import { classes } from '../classes.ts';

/** The name of our column of labels, which are numbers of classes; `label of 4` tells K. */
export function labelTitle(count?: number): string {
  return count === undefined ? 'label' : `label of ${count}`;
}

/** K, where the name of a column tells it; undefined otherwise. */
export function toldClasses(title: string): number | undefined {
  const [, digits] = /^label[ ._]of[ ._](\d{1,2})$/i.exec(title.trim()) ?? [];
  const count = Number(digits);
  return count >= 2 && count <= classes.length ? count : undefined;
}
