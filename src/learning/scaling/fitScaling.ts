import type { AxisSummary, Scaling } from './scaling.ts';
import { scalingNamed } from './scalings.ts';

/** n×2 coordinates, row-major. */
export type Points = Float32Array | Float64Array;

/**
 * The scaling that a method of the table fits on a training set.
 * @throws RangeError for a name that is not in the table.
 */
export function fitScaling(method: string, training: Points): Scaling {
  const found = scalingNamed(method);
  return { x: found.fit(summaryOf(training, 0)), y: found.fit(summaryOf(training, 1)) };
}

/** The scaled points in single precision; what is subtracted is so in double precision. */
export function scalePoints(points: Points, { x, y }: Scaling): Float32Array {
  const scaled = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    scaled[i] = ((points[i] ?? NaN) - x.shift) / x.size;
    scaled[i + 1] = ((points[i + 1] ?? NaN) - y.shift) / y.size;
  }
  return scaled;
}

/** Numbers of one coordinate of n points; zeros without points. */
export function summaryOf(points: Points, coordinate: 0 | 1): AxisSummary {
  const count = points.length / 2;
  if (count === 0) return { low: 0, high: 0, mean: 0, deviation: 0 };
  let [low, high, sum] = [Infinity, -Infinity, 0];
  for (let i = coordinate; i < points.length; i += 2) {
    const value = points[i] ?? NaN;
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value / count;
  }
  // Rounding may leave the mean of equal numbers beside them.
  const mean = Math.min(high, Math.max(low, sum));
  let squares = 0;
  for (let i = coordinate; i < points.length; i += 2) {
    squares += (((points[i] ?? NaN) - mean) / (high - low || 1)) ** 2;
  }
  return { low, high, mean, deviation: (high - low) * Math.sqrt(squares / count) };
}
