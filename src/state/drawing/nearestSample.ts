import type { Point } from '../../learning/datasets/dataset.ts';
import type { Samples, SetName } from '../../learning/samples.ts';
import type { SampleIndex } from './picked.ts';

/** The sets among whose samples is searched; the later ones are drawn above the others. */
export type Searched = readonly { readonly set: SetName; readonly samples: Samples }[];

/** The sample nearest to a place, within reach in data units; of two at one place the upper one. */
export function nearestSample(
  searched: Searched,
  { x, y }: Point,
  reach: number,
): SampleIndex | undefined {
  let nearest: SampleIndex | undefined;
  let least = reach * reach;
  for (const { set, samples } of searched) {
    const { points, labels } = samples;
    for (let index = 0; index < labels.length; index++) {
      const across = (points[2 * index] ?? NaN) - x;
      const up = (points[2 * index + 1] ?? NaN) - y;
      const square = across * across + up * up;
      if (!(square <= least)) continue;
      least = square;
      nearest = { set, index };
    }
  }
  return nearest;
}
