import { median } from './median.ts';
import { roomLimits } from './roomLimits.ts';

/**
 * How long a round may take, in milliseconds.
 * @param durations what the last rounds took until their last update came.
 */
export function deadlineAfter(durations: readonly number[]): number {
  const { deadlineFactor, shortestDeadline, longestDeadline, firstDeadline } = roomLimits;
  const usual = median(durations);
  if (usual === undefined) return firstDeadline;
  return Math.max(shortestDeadline, Math.min(longestDeadline, deadlineFactor * usual));
}
