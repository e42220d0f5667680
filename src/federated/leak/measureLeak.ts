import type { Samples } from '../../learning/samples.ts';
import type { LeakCase } from './leakCases.ts';
import type { LeakAttempt, LeakProbe } from './leakProbe.ts';

/** What a server reads out of many updates of one kind. */
export interface LeakMeasure {
  /** Updates that were tried. */
  readonly updates: number;
  /** The share of the samples that a guess hits, to 1 % of the extent of all samples. */
  readonly found: number;
  /** The same for the guesses of another update: what is hit by chance. */
  readonly byChance: number;
  /** The median distance of the surest guess to the nearest sample of its update, in data units. */
  readonly distance: number;
  /** The share of the updates of one sample whose label is read right; NaN with more samples. */
  readonly labels: number;
}

/** @param updates at least 2 */
export async function measureLeak(
  probe: LeakProbe,
  leakCase: LeakCase,
  { updates, extent }: { readonly updates: number; readonly extent: number },
): Promise<LeakMeasure> {
  const attempts: LeakAttempt[] = [];
  for (let i = 0; i < updates; i++) attempts.push(await probe.attempt(leakCase, i));
  const share = (shift: number) =>
    mean(
      attempts.map(({ samples }, i) => {
        const { guesses } = attempts[(i + shift) % updates] ?? { guesses: [] };
        return shareFound(samples, guesses, extent / 100);
      }),
    );
  const distances = attempts.map(({ samples, guesses }) => {
    return guesses[0] ? nearest(samples, guesses[0]) : Infinity;
  });
  const single = attempts.every(({ samples }) => samples.labels.length === 1);
  return {
    updates,
    found: share(0),
    byChance: share(1),
    distance: distances.sort((a, b) => a - b)[updates >> 1] ?? NaN,
    labels: single
      ? mean(attempts.map(({ samples, label }) => +(samples.labels[0] === label)))
      : NaN,
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function shareFound({ points, labels }: Samples, guesses: readonly Place[], reach: number): number {
  const found = Array.from(labels, (_, i) => {
    const [x, y] = [points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN];
    return +guesses.some((guess) => Math.hypot(guess.x - x, guess.y - y) <= reach);
  });
  return mean(found);
}

function nearest({ points, labels }: Samples, { x, y }: Place): number {
  const distances = Array.from(labels, (_, i) =>
    Math.hypot((points[2 * i] ?? NaN) - x, (points[2 * i + 1] ?? NaN) - y),
  );
  return Math.min(...distances);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
