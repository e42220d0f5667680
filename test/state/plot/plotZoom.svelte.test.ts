import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Window } from '../../../src/learning/samples.ts';
import { PlotZoom } from '../../../src/state/plot/plotZoom.svelte.ts';

const whole: Window = { left: -2, right: 4, bottom: -1, top: 5 };

/** The place of the plane that is seen at a share of the plot. */
function placeAt({ window: { left, right, bottom, top } }: PlotZoom, across: number, up: number) {
  return { x: left + across * (right - left), y: bottom + up * (top - bottom) };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const factor = fc.double({ min: 0.2, max: 5, noNaN: true });

describe('the zoom of the plot', () => {
  it('shows all samples at first', () => {
    const zoom = new PlotZoom({ window: whole });
    expect([zoom.window, zoom.factor, zoom.changed]).toEqual([whole, 1, false]);
  });

  it('keeps the place about which it enlarges where it is', () => {
    fc.assert(
      fc.property(share, share, fc.double({ min: 1, max: 20, noNaN: true }), (across, up, by) => {
        const zoom = new PlotZoom({ window: whole });
        const before = placeAt(zoom, across, up);
        zoom.zoomAt({ across, up }, by);
        const after = placeAt(zoom, across, up);
        expect(after.x).toBeCloseTo(before.x, 9);
        expect(after.y).toBeCloseTo(before.y, 9);
        expect(zoom.factor).toBeCloseTo(by, 9);
      }),
    );
  });

  it('stays a square of 1/64 to 4 times the whole, with some of it in the middle', () => {
    const act = fc.tuple(fc.boolean(), share, share, factor);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const zoom = new PlotZoom({ window: whole });
        for (const [isZoom, across, up, by] of acts) {
          if (isZoom) zoom.zoomAt({ across, up }, by);
          else zoom.pan({ across: across - up, up: by - 1 });
          const { left, right, bottom, top } = zoom.window;
          expect(right - left).toBeCloseTo(top - bottom, 9);
          expect((right - left) / 6).toBeGreaterThanOrEqual(1 / 64 - 1e-9);
          expect((right - left) / 6).toBeLessThanOrEqual(4 + 1e-9);
          expect(Math.abs((left + right) / 2 - 1)).toBeLessThanOrEqual(3 + 1e-9);
          expect(Math.abs((bottom + top) / 2 - 2)).toBeLessThanOrEqual(3 + 1e-9);
        }
      }),
    );
  });

  it('moves what is seen with the hand', () => {
    const zoom = new PlotZoom({ window: whole });
    zoom.zoomAt({ across: 0.5, up: 0.5 }, 4);
    const before = placeAt(zoom, 0.3, 0.6);
    zoom.pan({ across: 0.2, up: -0.1 });
    const after = placeAt(zoom, 0.5, 0.5);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('takes keys, and says what they did', () => {
    const zoom = new PlotZoom({ window: whole });
    expect(['+', '=', 'x'].map((key) => zoom.key(key))).toEqual([true, true, false]);
    expect(zoom.factor).toBeCloseTo(2.25, 9);
    expect(zoom.spoken.sentence).toBe('The plot is 2.3 times as large.');
    zoom.key('-');
    zoom.key('-');
    expect(zoom.changed).toBe(false);
    expect(zoom.spoken.sentence).toBe('The plot shows all samples.');
    zoom.key('-');
    zoom.key('0');
    expect(zoom.window).toEqual(whole);
  });

  it('moves to a place that is not seen, and to no other', () => {
    const zoom = new PlotZoom({ window: whole });
    zoom.zoomAt({ across: 0.5, up: 0.5 }, 4);
    const { window } = zoom;
    zoom.reveal({ x: 1.1, y: 2.1 });
    expect(zoom.window).toEqual(window);
    zoom.reveal({ x: 3.9, y: 0 });
    expect((zoom.window.left + zoom.window.right) / 2).toBeCloseTo(3.9, 9);
    expect(zoom.factor).toBeCloseTo(4, 9);
  });

  it('keeps the place about which a key enlarges where it is', () => {
    fc.assert(
      fc.property(share, share, (across, up) => {
        const zoom = new PlotZoom({ window: whole });
        const place = placeAt(zoom, across, up);
        for (const key of ['+', '+', '+']) zoom.key(key, place);
        const after = placeAt(zoom, across, up);
        expect(after.x).toBeCloseTo(place.x, 9);
        expect(after.y).toBeCloseTo(place.y, 9);
      }),
    );
  });

  it('follows a place that leaves the plot, no further than it must', () => {
    const zoom = new PlotZoom({ window: whole });
    zoom.zoomAt({ across: 0.5, up: 0.5 }, 4); // 0.25 to 1.75, 1.25 to 2.75
    const { window } = zoom;
    zoom.follow({ x: 1.7, y: 1.3 });
    expect(zoom.window).toEqual(window);
    zoom.follow({ x: 2, y: 1 });
    expect(zoom.window.right).toBeCloseTo(2, 9);
    expect(zoom.window.bottom).toBeCloseTo(1, 9);
    expect(zoom.factor).toBeCloseTo(4, 9);
  });

  it('reaches all of the whole, and what is shown beside it', () => {
    const zoom = new PlotZoom({ window: whole });
    zoom.zoomAt({ across: 0.5, up: 0.5 }, 8);
    expect(zoom.reach).toEqual(whole);
    zoom.fit();
    zoom.zoomAt({ across: 0.5, up: 0.5 }, 1 / 2);
    expect(zoom.reach).toEqual(zoom.window);
  });

  it('fits again when there are other samples', () => {
    const samples = { window: whole };
    const zoom = new PlotZoom(samples);
    zoom.zoomAt({ across: 0.1, up: 0.5 }, 4);
    samples.window = { left: 0, right: 1, bottom: 0, top: 1 };
    expect([zoom.changed, zoom.factor]).toEqual([false, 1]);
  });
});
