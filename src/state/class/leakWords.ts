import { classes } from '../../learning/classes.ts';
import { scoreText } from '../entry/numberEntry.ts';
import type { ShownReading } from './curiousServer.svelte.ts';

/** How the server gets from three numbers of an update to a place; empty where it gets nowhere. */
export function divisionWords({ attempt }: ShownReading): string[] {
  const [guess] = attempt.guesses;
  if (!guess) return [];
  const [dx, dy, db] = guess.numbers.map((value) => value.toPrecision(5).replace('-', '−'));
  return [`x = ${dx} / ${db} = ${placeText(guess.x)}`, `y = ${dy} / ${db} = ${placeText(guess.y)}`];
}

/** What was really learned from, where it is one sample; else how many there were. */
export function truthWords({ attempt, leakCase }: ShownReading): string {
  const { points, labels } = attempt.samples;
  if (labels.length > 1) {
    const of = leakCase.devices > 1 ? ` of ${leakCase.devices} devices` : '';
    return `It was learned from ${labels.length} samples${of}.`;
  }
  const [x, y] = [points[0] ?? NaN, points[1] ?? NaN];
  const label = classes[labels[0] ?? 0]?.name ?? '';
  const guessed = classes[attempt.label]?.name ?? '';
  return `It was learned from (${placeText(x)}, ${placeText(y)}), ${label}; the last biases say ${guessed}.`;
}

/** `36 %`, of a share; `0.2 %` below one. */
export function percentText(share: number): string {
  const percent = 100 * share;
  return `${percent < 1 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}

/** A distance in data units; `< 0.0001` where no screen could show it. */
export function offText(distance: number): string {
  return distance < 1e-4 ? '< 0.0001' : String(Number(distance.toPrecision(2)));
}

function placeText(value: number): string {
  return Math.abs(value) < 1000 ? value.toFixed(4).replace('-', '−') : scoreText(value);
}
