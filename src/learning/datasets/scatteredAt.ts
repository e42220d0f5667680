import type { Random } from '../random.ts';
import type { Point } from './dataset.ts';

/** The point at that angle and distance from the origin, scattered in both coordinates. */
export function scatteredAt(
  angle: number,
  distance: number,
  scatter: number,
  random: Random,
): Point {
  return {
    x: distance * Math.cos(angle) + scatter * random.normal(),
    y: distance * Math.sin(angle) + scatter * random.normal(),
  };
}
