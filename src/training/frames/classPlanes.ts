import type { Engine } from '../../learning/engine.ts';
import type { Window } from '../../learning/samples.ts';

/**
 * The probabilities of these classes over the window, resolution × resolution each, one plane after
 * the other in the order of the classes.
 */
export async function classPlanes(
  engine: Engine,
  window: Window,
  resolution: number,
  classes: readonly number[],
): Promise<Float32Array> {
  const plane = await engine.field(window, resolution);
  if (classes.length === 1) return plane;
  const planes = new Float32Array(classes.length * plane.length);
  classes.forEach((_, index) => planes.set(plane, index * plane.length));
  return planes;
}
