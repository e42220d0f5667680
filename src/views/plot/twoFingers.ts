import type { PlotShare } from '../../state/plot/plotZoom.svelte.ts';
import { pointerPlace } from '../controls/pointerPlace.ts';
import type { MovedView } from './drawnBy.ts';
import { oncePerFrame } from './oncePerFrame.ts';

/** A contact that is wider or higher, in CSS pixels, is the ball of a hand. */
const palm = 80;

/** Where two fingers are, and how far apart. */
interface Fingers {
  readonly middle: PlotShare;
  readonly spread: number;
}

/** A page that is enlarged by less counts as one that is not. */
const enlarged = 1.01;

/**
 * Two fingers zoom and move the plot under them; one finger stays the reader's. Where the page itself
 * is enlarged they are left to the browser: the plot may fill the screen then, and there would be no
 * other place for the way back. Returns what ends this.
 */
export function twoFingers(plot: SVGElement, { zoom, onmove, hand }: MovedView): () => void {
  let before: Fingers | undefined;
  const moved = oncePerFrame((now: Fingers) => {
    if (!before) return;
    const { middle, spread } = before;
    zoom.pan({ across: now.middle.across - middle.across, up: now.middle.up - middle.up });
    zoom.zoomAt(now.middle, now.spread / spread);
    before = now;
  });

  function touch(event: TouchEvent) {
    const now = hand.penDown ? undefined : fingersOn(plot, event);
    if (!now || event.type !== 'touchmove' || !before) moved.flush();
    const isPageEnlarged = (visualViewport?.scale ?? 1) > enlarged;
    if (!now || (!before && (isPageEnlarged || !event.cancelable))) {
      before = undefined;
      return;
    }
    if (event.cancelable) event.preventDefault(); // or the browser would enlarge the whole page
    onmove();
    if (before && event.type === 'touchmove') moved.set(now);
    else before = now;
  }

  const controller = new AbortController();
  const options = { passive: false, signal: controller.signal };
  for (const kind of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    plot.addEventListener(kind, touch, options);
  }
  return () => {
    controller.abort();
    moved.cancel();
  };
}

/** The first two fingers on the plot; one that holds something else is not among them, nor a palm. */
function fingersOn(plot: SVGElement, { touches }: TouchEvent): Fingers | undefined {
  // Not targetTouches: a finger may be on a line of the plot and the other one beside it.
  const [one, two] = Array.from(touches)
    .filter(({ target }) => target instanceof Node && plot.contains(target))
    .filter(({ radiusX, radiusY }) => 2 * Math.max(radiusX, radiusY) < palm)
    .map((finger) => pointerPlace(finger, plot));
  if (!one || !two) return undefined;
  const middle = { across: (one.across + two.across) / 2, up: (one.up + two.up) / 2 };
  // Fingers at one place would enlarge without end.
  return { middle, spread: Math.max(0.02, Math.hypot(one.across - two.across, one.up - two.up)) };
}
