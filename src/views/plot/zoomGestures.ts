import type { Attachment } from 'svelte/attachments';
import type { PlotShare, PlotZoom } from '../../state/plot/plotZoom.svelte.ts';
import { pointerPlace } from '../controls/pointerPlace.ts';
import type { DrawnBy } from './drawnBy.ts';
import { dragPlane } from './dragPlane.ts';
import { oncePerFrame } from './oncePerFrame.ts';
import { twoFingers } from './twoFingers.ts';

/** A wheel that turns by 100 pixels, as one notch does, enlarges by a fifth; a trackpad's pinch less. */
const perPixel = Math.log(1.2) / 100;
/** Of a wheel that counts lines, as Firefox's does. */
const pixelsPerLine = 33;
/** Enlarged by a double click or tap where nothing is enlarged yet. */
const doubleFactor = 2;

/**
 * Ctrl and wheel, or a trackpad's pinch, zoom about the pointer; two fingers zoom and move; a mouse
 * that drags moves what is enlarged; a double click or tap shows all again, or enlarges. One finger
 * and the wheel alone are left to others.
 *
 * `onmove`: fingers or a mouse move the plot, so that they no longer point at a place.
 * `hand`: what draws; then one pointer neither drags nor zooms by a double click.
 */
export function zoomGestures(
  zoom: PlotZoom,
  onmove: () => void,
  hand: DrawnBy = { draws: false, penDown: false },
): Attachment<SVGElement> {
  return (plot) => {
    let turned = 1;
    const turn = oncePerFrame((share: PlotShare) => {
      zoom.zoomAt(share, turned);
      turned = 1;
    });
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : pixelsPerLine;
      turned *= Math.exp(-event.deltaY * pixels * perPixel);
      turn.set(pointerPlace(event, plot));
    };
    const double = (event: MouseEvent) => {
      if (hand.draws) return;
      if (zoom.changed) zoom.fit();
      else zoom.zoomAt(pointerPlace(event, plot), doubleFactor);
    };
    plot.addEventListener('wheel', wheel, { passive: false });
    plot.addEventListener('dblclick', double);
    const ends = [
      twoFingers(plot, { zoom, onmove, hand }),
      dragPlane(plot, { zoom, onmove, hand }),
    ];
    return () => {
      plot.removeEventListener('wheel', wheel);
      plot.removeEventListener('dblclick', double);
      turn.cancel();
      for (const end of ends) end();
    };
  };
}
