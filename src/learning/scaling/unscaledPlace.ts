import type { Window } from '../samples.ts';
import { type Scaling, unscaled } from './scaling.ts';

/** A place of the plane that a network learns on, as the coordinates that its samples came with. */
export function unscaledPlace(
  place: { readonly x: number; readonly y: number },
  { x, y }: Scaling = unscaled,
): { readonly x: number; readonly y: number } {
  return { x: x.shift + x.size * place.x, y: y.shift + y.size * place.y };
}

/** The same for a part of that plane. */
export function unscaledWindow(window: Window, scaling?: Scaling): Window {
  const low = unscaledPlace({ x: window.left, y: window.bottom }, scaling);
  const high = unscaledPlace({ x: window.right, y: window.top }, scaling);
  return { left: low.x, bottom: low.y, right: high.x, top: high.y };
}
