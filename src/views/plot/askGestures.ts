import type { Attachment } from 'svelte/attachments';
import type { Point } from '../../learning/datasets/dataset.ts';
import type { Asking } from '../../state/correcting/asking.svelte.ts';
import type { SamplesBehind } from '../../state/evaluation/samplesBehind.svelte.ts';
import type { PlotCursor } from '../../state/plot/plotCursor.svelte.ts';

/** What a tap speaks to. */
export interface Asked {
  readonly asking: Asking;
  readonly behind: SamplesBehind;
  readonly cursor: PlotCursor;
  /** The place in the plot, and how far from it a sample may be. */
  readonly placeOf: (
    event: PointerEvent,
    plot: Element,
  ) => { readonly place: Point; readonly reach: number };
}

/** Pixels that a finger may slip. */
const slip = 10;

/**
 * A tap asks the model while its tool is chosen, and otherwise chooses the sample in the list that is
 * open; A asks about the place of the cross. What moves or is made with two fingers is no tap.
 */
export function askGestures({ asking, behind, cursor, placeOf }: Asked): Attachment<SVGElement> {
  return (plot) => {
    let down: PointerEvent | undefined;
    const begin = (event: PointerEvent) => {
      down = event.isPrimary && event.button === 0 ? event : undefined;
    };
    const end = (event: PointerEvent) => {
      const began = down;
      down = undefined;
      if (began?.pointerId !== event.pointerId) return;
      const [x, y] = [event.clientX - began.clientX, event.clientY - began.clientY];
      if (Math.hypot(x, y) > slip) return;
      const { place, reach } = placeOf(event, plot);
      if (asking.on) asking.ask(place, reach);
      else if (cursor.sample) behind.chooseFound(cursor.sample);
    };
    const cancel = () => (down = undefined);
    const key = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const place = cursor.readout;
      if (!place || event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      asking.ask({ x: place.x, y: place.y }, cursor.reach);
    };
    plot.addEventListener('pointerdown', begin);
    plot.addEventListener('pointerup', end);
    plot.addEventListener('pointercancel', cancel);
    plot.addEventListener('keydown', key);
    return () => {
      plot.removeEventListener('pointerdown', begin);
      plot.removeEventListener('pointerup', end);
      plot.removeEventListener('pointercancel', cancel);
      plot.removeEventListener('keydown', key);
    };
  };
}
