import { allClasses } from '../allClasses.ts';
import { classes } from '../classes.ts';
import { toldClasses } from './labelTitle.ts';

/** A file may have this many different labels. */
export const mostLabels = classes.length;

/** The name of the class in a cell: `1`, `1.0` and `1e0` are the same, `TRUE` and `True` too. */
export function labelName(cell: string, value: number): string {
  if (!Number.isNaN(value)) return String(value + 0);
  const text = cell.trim();
  const lower = text.toLowerCase();
  return lower === 'true' || lower === 'false' ? lower : text;
}

/**
 * The labels of a file in the order of their classes. Names of our classes come first, in their own
 * order, then numbers by size, then words by the alphabet. Where there is nothing but 0s or 1s they
 * are classes 0 and 1; where the title of the column tells K, they are numbers of classes.
 */
export function orderedLabels(names: Iterable<string>, title = ''): string[] {
  const distinct = Array.from(new Set(names));
  const told = allClasses(toldClasses(title) ?? 0).map(String);
  if (told.length > 0 && distinct.every((name) => told.includes(name))) return told;
  if (distinct.every((name) => name === '0' || name === '1')) return ['0', '1'];
  return distinct.sort(
    (a, b) => compare(rank(a), rank(b)) || compare(size(a), size(b)) || compare(a, b),
  );
}

function rank(name: string): number {
  const ours = classes.findIndex((each) => each.name === name.toLowerCase());
  if (ours >= 0) return ours;
  return Number.isNaN(Number(name)) ? classes.length + 1 : classes.length;
}

/** What numbers are compared by; words are all alike. */
function size(name: string): number {
  const value = Number(name);
  return Number.isNaN(value) ? 0 : value;
}

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
