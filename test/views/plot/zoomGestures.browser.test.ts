import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { PlotZoom } from '../../../src/state/plot/plotZoom.svelte.ts';
import { zoomGestures } from '../../../src/views/plot/zoomGestures.ts';

const whole = { left: 0, right: 1, bottom: 0, top: 1 };

let plot: SVGSVGElement;
let zoom: PlotZoom;
let moves: number;

beforeEach(() => {
  plot = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  plot.style.cssText = 'position: fixed; left: 0; top: 0; width: 200px; height: 200px';
  document.body.append(plot);
  zoom = new PlotZoom({ window: whole });
  moves = 0;
  const end = zoomGestures(zoom, () => moves++)(plot);
  return () => {
    end?.();
    plot.remove();
  };
});

const paint = () => new Promise((resolve) => requestAnimationFrame(resolve));

function wheel(deltaY: number, init: WheelEventInit = {}): boolean {
  const place = { clientX: 50, clientY: 150, ctrlKey: true, cancelable: true };
  return !plot.dispatchEvent(new WheelEvent('wheel', { ...place, deltaY, ...init }));
}

/** Whether the plot keeps the browser from enlarging the page. */
function touch(type: string, ...places: readonly (readonly [number, number, Element?])[]): boolean {
  const touches = places.map(
    ([clientX, clientY, target = plot], identifier) =>
      new Touch({ identifier, target, clientX, clientY }),
  );
  const event = new TouchEvent(type, { touches, bubbles: true, cancelable: true });
  return !(plot.lastElementChild ?? plot).dispatchEvent(event);
}

function mouse(type: string, x: number, y: number, button = 0): void {
  const buttons = type === 'pointerup' ? 0 : button === 1 ? 4 : 1;
  // Without a real pointer there is nothing to capture.
  plot.setPointerCapture = () => undefined;
  const place = { clientX: x, clientY: y, pointerType: 'mouse', pointerId: 1 };
  plot.dispatchEvent(new PointerEvent(type, { ...place, button, buttons }));
}

it('zooms by the wheel with Control once a frame, about the pointer; the wheel alone scrolls', async () => {
  expect(wheel(-100, { ctrlKey: false })).toBe(false);
  expect([wheel(-100), wheel(-100), wheel(-100)]).toEqual([true, true, true]);
  expect(zoom.factor).toBe(1);
  await paint();
  expect(zoom.factor).toBeCloseTo(1.2 ** 3, 9);
  const { left, right, bottom, top } = zoom.window;
  expect(left + (right - left) / 4).toBeCloseTo(0.25, 9);
  expect(bottom + (top - bottom) / 4).toBeCloseTo(0.25, 9);
});

it('keeps under two fingers what was there', async () => {
  touch('touchstart', [80, 100]);
  expect(touch('touchstart', [80, 100], [120, 100])).toBe(true);
  for (const by of [10, 20, 40]) touch('touchmove', [80 - by, 100 - by], [120 + by, 100 - by]);
  await paint();
  touch('touchend');
  expect(zoom.factor).toBeCloseTo(3, 9);
  const { left, right, bottom, top } = zoom.window;
  // The middle of the plane is now where the middle of the fingers is.
  expect(left + 0.5 * (right - left)).toBeCloseTo(0.5, 9);
  expect(bottom + 0.7 * (top - bottom)).toBeCloseTo(0.5, 9);
  expect(moves).toBeGreaterThan(0);
});

it('takes two fingers of which one is on a line of the plot', async () => {
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  plot.append(line);
  expect(touch('touchstart', [80, 100, line], [120, 100])).toBe(true);
  touch('touchmove', [60, 100, line], [140, 100]);
  await paint();
  expect(zoom.factor).toBeCloseTo(2, 9);
});

it('leaves to others one finger, and one whose other one holds something else', () => {
  expect(touch('touchstart', [80, 100])).toBe(false);
  expect(touch('touchmove', [90, 100])).toBe(false);
  expect(touch('touchstart', [80, 100], [300, 100, document.body])).toBe(false);
  expect(moves).toBe(0);
});

it('leaves two fingers to the browser where the page is enlarged, so that they lead back', async () => {
  const viewport = visualViewport;
  if (!viewport) throw new Error('Expected a visual viewport.');
  Object.defineProperty(viewport, 'scale', { value: 2, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(viewport, 'scale'));
  expect(touch('touchstart', [80, 100], [120, 100])).toBe(false);
  expect(touch('touchmove', [60, 100], [140, 100])).toBe(false);
  await paint();
  expect(zoom.changed).toBe(false);
});

it('is dragged by the main button where it is zoomed, and by the middle one', async () => {
  const drag = async (button: number) => {
    mouse('pointerdown', 100, 100, button);
    mouse('pointermove', 150, 100, button);
    await paint();
    mouse('pointerup', 150, 100, button);
  };
  await drag(0);
  expect(zoom.changed).toBe(false);
  await drag(1);
  expect(zoom.window.left).toBeCloseTo(-0.25, 9);
  await drag(0);
  expect(zoom.window.left).toBeCloseTo(-0.5, 9);
});

it('is not moved by a click with an unsteady hand', async () => {
  zoom.zoomAt({ across: 0.5, up: 0.5 }, 2);
  const { window } = zoom;
  mouse('pointerdown', 100, 100);
  mouse('pointermove', 102, 101);
  await paint();
  mouse('pointerup', 102, 101);
  expect(zoom.window).toBe(window);
});

it('shows all again by a double click, and enlarges by another one', () => {
  plot.dispatchEvent(new MouseEvent('dblclick', { clientX: 100, clientY: 100 }));
  expect(zoom.factor).toBe(2);
  plot.dispatchEvent(new MouseEvent('dblclick', { clientX: 10, clientY: 10 }));
  expect(zoom.changed).toBe(false);
});
