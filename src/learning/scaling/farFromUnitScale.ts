import { type Points, summaryOf } from './fitScaling.ts';

/** A mean or a spread beyond these is far from unit scale. */
const largestUsual = 100;
const smallestSpread = 0.01;

/**
 * Says which coordinate of a training set is far from unit scale, where a network learns badly; empty
 * where none is. A sentence without advice.
 */
export function farFromUnitScale(training: Points): string {
  if (training.length === 0) return '';
  const parts = (['x', 'y'] as const).flatMap((name, coordinate) => {
    const { mean, deviation } = summaryOf(training, coordinate === 0 ? 0 : 1);
    const far = Math.abs(mean) > largestUsual || deviation > largestUsual;
    const flat = deviation < smallestSpread && (deviation > 0 || mean !== 0);
    if (!far && !flat) return [];
    return [`${name} has mean ${rounded(mean)} and standard deviation ${rounded(deviation)}`];
  });
  if (parts.length === 0) return '';
  return `This is far from unit scale, where a network learns badly: ${parts.join(', ')}.`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
