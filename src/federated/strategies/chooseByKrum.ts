import { krumScores, lowestScores } from './krumScores.ts';
import type { ClientUpdate } from './strategy.ts';

/** The `count` updates with the lowest scores. */
export function chooseByKrum(
  updates: readonly ClientUpdate[],
  faulty: number,
  count: number,
): ClientUpdate[] {
  const scores = krumScores(
    updates.map(({ change }) => change),
    faulty,
  );
  return lowestScores(scores, count).flatMap((index) => updates[index] ?? []);
}

/** Why Krum cannot withstand that many faulty ones, a full sentence, or undefined. */
export function krumObjection(label: string, count: number, faulty: number): string | undefined {
  const least = 2 * faulty + 3;
  if (count >= least) return undefined;
  return `${label} against ${faulty} faulty clients needs at least ${least} updates (2f + 2 < n), got ${count}.`;
}
