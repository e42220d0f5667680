import type { Attachment } from 'svelte/attachments';
import type { Point } from '../../learning/datasets/dataset.ts';
import type { Drawing } from '../../state/drawing/drawing.svelte.ts';
import type { PlotShare, PlotZoom } from '../../state/plot/plotZoom.svelte.ts';
import { pointerPlace } from '../controls/pointerPlace.ts';
import { oncePerFrame } from '../plot/oncePerFrame.ts';
import { placeIn } from '../plot/placeIn.ts';

/** Pixels within which a sample is meant, for any pointer. */
const reach = 22;

/** Milliseconds for which a finger or pen stays where it is to open the menu of a sample. */
const longPress = 500;

/** Pixels that it may move meanwhile. */
const still = 8;

/**
 * Mouse, pen and one finger draw with the chosen tool, in strokes that reach the drawing once a frame;
 * a long press or the right button opens the menu of a sample. `onmove`: the pointer reads no
 * place any more.
 */
export function drawingGestures(
  drawing: Drawing,
  zoom: PlotZoom,
  onmove: () => void,
): Attachment<SVGElement> {
  return (plot) => {
    const { hand } = drawing;
    /** The pointer that draws, and where it went down. */
    let drawer: PointerEvent | undefined;
    let waiting: Point[] = [];
    let timer = 0;
    let viewer: { readonly pointerId: number; readonly share: PlotShare } | undefined;
    const drawn = oncePerFrame(() => {
      drawing.extend(waiting);
      waiting = [];
    });
    const viewed = oncePerFrame((by: PlotShare) => zoom.pan(by));

    const placeOf = (event: MouseEvent) => placeIn(zoom.window, pointerPlace(event, plot));
    const startOf = (event: MouseEvent) => {
      const { left, right } = zoom.window;
      const perPixel = (right - left) / plot.getBoundingClientRect().width;
      return { place: placeOf(event), reach: perPixel * reach };
    };
    const stop = () => {
      clearTimeout(timer);
      drawn.cancel();
      waiting = [];
      drawer = undefined;
      drawing.cancel();
    };

    const press = (event: PointerEvent) => {
      const role = hand.down(event);
      if (role === 'view' && drawing.draws && hand.fingers === 1) {
        viewer = { pointerId: event.pointerId, share: pointerPlace(event, plot) };
      } else if (role === 'view' || role === 'cancel') {
        viewer = undefined;
        stop();
      }
      if (role !== 'draw') {
        if (drawing.draws) event.stopPropagation();
        return;
      }
      stop();
      drawer = event;
      if (event.pointerType !== 'mouse') {
        timer = window.setTimeout(() => {
          if (drawing.openMenu(startOf(event))) stop();
        }, longPress);
      }
      if (drawing.draws) {
        event.stopPropagation(); // a hand that draws does not read
        plot.setPointerCapture(event.pointerId);
        onmove();
        drawing.begin(startOf(event));
      } else drawing.closeMenu();
    };
    const move = (event: PointerEvent) => {
      if (event.pointerId === viewer?.pointerId) {
        event.stopPropagation();
        const share = pointerPlace(event, plot);
        viewed.flush();
        viewed.set({ across: share.across - viewer.share.across, up: share.up - viewer.share.up });
        viewer = { ...viewer, share };
        onmove();
        return;
      }
      if (event.pointerId !== drawer?.pointerId) {
        if (drawing.draws && event.pointerType === 'touch') event.stopPropagation();
        return;
      }
      const far = Math.hypot(event.clientX - drawer.clientX, event.clientY - drawer.clientY);
      if (far > still) clearTimeout(timer);
      if (!drawing.draws) return;
      event.stopPropagation();
      const events = event.getCoalescedEvents();
      waiting.push(...(events.length > 0 ? events : [event]).map(placeOf));
      drawn.set(undefined);
    };
    const release = (event: PointerEvent) => {
      hand.up(event);
      if (event.pointerId === viewer?.pointerId) viewer = undefined;
      if (event.pointerId !== drawer?.pointerId) return;
      const { draws } = drawing;
      const ended = event.type === 'pointerup';
      clearTimeout(timer);
      if (ended && draws) {
        drawn.flush();
        drawing.end();
      }
      stop();
    };
    const menu = (event: MouseEvent) => {
      const byFinger = event instanceof PointerEvent && event.pointerType === 'touch';
      if (byFinger || drawing.openMenu(startOf(event))) event.preventDefault();
    };

    const controller = new AbortController();
    const { signal } = controller;
    plot.addEventListener('pointerdown', press, { signal });
    plot.addEventListener('pointermove', move, { signal });
    plot.addEventListener('pointerup', release, { signal });
    plot.addEventListener('pointercancel', release, { signal });
    plot.addEventListener('contextmenu', menu, { signal });
    return () => {
      controller.abort();
      stop();
      viewed.cancel();
    };
  };
}
