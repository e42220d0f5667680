import type { PlotShare } from '../../state/plot/plotZoom.svelte.ts';
import { pointerPlace } from '../controls/pointerPlace.ts';
import type { MovedView } from './drawnBy.ts';
import { oncePerFrame } from './oncePerFrame.ts';

/** Pixels that a mouse may move while it clicks. */
const still = 4;

const mainButton = 0;
const middleButton = 1;

/**
 * The mouse drags the plot: with the middle button, and with the main one where it is zoomed.
 * Returns what ends this.
 */
export function dragPlane(plot: SVGElement, { zoom, onmove, hand }: MovedView): () => void {
  let pressed: PointerEvent | undefined;
  let before: PlotShare | undefined;
  const moved = oncePerFrame((now: PlotShare) => {
    if (before) zoom.pan({ across: now.across - before.across, up: now.up - before.up });
    before = now;
  });

  const press = (event: PointerEvent) => {
    const { pointerType, button } = event;
    const drags = button === middleButton || (button === mainButton && zoom.changed && !hand.draws);
    if (pointerType === 'mouse' && drags) pressed = event;
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pressed?.pointerId) return;
    if (event.buttons === 0) {
      release();
      return;
    }
    const pixels = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
    if (!before && pixels <= still) return;
    event.stopPropagation(); // a hand that moves the plane does not read it
    before ??= pointerPlace(pressed, plot);
    plot.setPointerCapture(event.pointerId);
    moved.set(pointerPlace(event, plot));
    onmove();
  };
  const release = () => {
    moved.flush();
    pressed = before = undefined;
  };
  /** Else the middle button would scroll the page. */
  const keepStill = (event: MouseEvent) => {
    if (event.button === middleButton) event.preventDefault();
  };

  const controller = new AbortController();
  const { signal } = controller;
  plot.addEventListener('pointerdown', press, { signal });
  plot.addEventListener('pointermove', move, { signal });
  plot.addEventListener('pointerup', release, { signal });
  plot.addEventListener('pointercancel', release, { signal });
  plot.addEventListener('mousedown', keepStill, { signal });
  return () => {
    controller.abort();
    moved.cancel();
  };
}
