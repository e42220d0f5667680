import type { TextStorage } from './ownChanges.ts';

/** How far a reader is in a notebook. */
export interface Progress {
  /** The id of the cell at the top of the screen when the reader left. */
  readonly cell?: number;
  /** The ids of the cells that have said that a goal is reached. */
  readonly goals: readonly number[];
}

const key = (name: string) => `edgewise-progress-${name}`;

/** Nothing where nothing was kept, or what was kept is damaged. */
export function readProgress(storage: TextStorage | undefined, name: string): Progress {
  try {
    const { cell, goals } = Object(JSON.parse(storage?.getItem(key(name)) ?? '{}')) as Readonly<
      Record<string, unknown>
    >;
    return {
      ...(Number.isInteger(cell) && { cell: Number(cell) }),
      goals: Array.isArray(goals) ? goals.filter(Number.isInteger).map(Number) : [],
    };
  } catch {
    return { goals: [] };
  }
}

/** Keeps it where the browser allows it. */
export function writeProgress(
  storage: TextStorage | undefined,
  name: string,
  progress: Progress,
): void {
  try {
    storage?.setItem(key(name), JSON.stringify(progress));
  } catch {
    // Then the reader begins at the top the next time.
  }
}

/** How many goals a notebook sets: each is announced in bold. */
export function countGoals(text: string): number {
  return text.match(/\*\*Your goal/g)?.length ?? 0;
}

/** Whether what a cell displays says in bold that a goal is reached. */
export function saysDone(root: ParentNode): boolean {
  return Array.from(root.querySelectorAll('strong')).some(({ textContent }) =>
    /^(?:Done|You have done it)\b/.test(textContent),
  );
}

/** `1 of 2 goals reached, read to cell 8 of 17`; empty where the notebook was not begun. */
export function progressWords(
  { cell, goals }: Progress,
  { goals: set, cells }: { readonly goals: number; readonly cells: number },
): string {
  const reached = Math.min(goals.length, set);
  const words = [
    ...(reached > 0 ? [`${reached} of ${set} ${set === 1 ? 'goal' : 'goals'} reached`] : []),
    ...(cell === undefined ? [] : [`read to cell ${cell} of ${cells}`]),
  ];
  return words.join(', ');
}
