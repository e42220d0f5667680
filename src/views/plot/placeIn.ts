import type { Point } from '../../learning/datasets/dataset.ts';
import type { Window } from '../../learning/samples.ts';
import type { PointerPlace } from '../controls/pointerPlace.ts';

/** Where in data units a place of a plot is that shows this window. */
export function placeIn({ left, right, bottom, top }: Window, { across, up }: PointerPlace): Point {
  return { x: left + across * (right - left), y: bottom + up * (top - bottom) };
}
