import { className as nameOf, classes } from '../learning/classes.ts';

/** What people call a class. */
export function className(index: number): string {
  return nameOf(index);
}

/** The custom property of a class's colour. */
export function classToken(index: number): string {
  return classes.at(index)?.token ?? '--ink';
}
