import { allClasses } from '../../learning/allClasses.ts';

/** The classes that there are to choose from, without the one that it is already. */
export function classChoices(count: number, without?: number): number[] {
  return allClasses(count).filter((label) => label !== without);
}
