import { type PointerPlace, pointerPlace } from './pointerPlace.ts';

type Pointed = PointerEvent & { readonly currentTarget: Element };

/** What pointing and keys do to a figure that they read. */
export interface Reader {
  readonly point: (place: PointerPlace, event: Pointed) => void;
  /** Acts on a key; returns whether it was one of the figure's own. */
  readonly key: (key: string, shift: boolean) => boolean;
  readonly leave: () => void;
}

/**
 * The event handlers of a figure that mouse, fingers and keys read. A mouse reads until it leaves;
 * what a finger has read stays. Escape ends reading, and so does the loss of the focus.
 */
export function reading({ point, key, leave }: Reader) {
  const read = (event: Pointed) => point(pointerPlace(event, event.currentTarget), event);
  return {
    onpointermove: read,
    onpointerdown: read,
    onpointerleave: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') leave();
    },
    onkeydown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') leave();
      else if (key(event.key, event.shiftKey)) event.preventDefault();
    },
    onblur: leave,
  };
}
