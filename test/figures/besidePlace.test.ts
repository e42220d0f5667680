import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besidePlace } from '../../src/figures/besidePlace.ts';

const side = 300;
const share = fc.double({ min: 0, max: 1, noNaN: true });

it('is within the square, and does not cover the place, wherever that is', () => {
  fc.assert(
    fc.property(share, share, share, share, (across, up, wide, high) => {
      const [x, y] = [across * side, up * side];
      const [width, height] = [20 + wide * 200, 20 + high * 60];
      const { left, top } = besidePlace({ x, y, width, height, side, gap: 12 });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(side + 1e-9);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + height).toBeLessThanOrEqual(side + 1e-9);
      const distance = y < top ? top - y : y - (top + height);
      expect(distance).toBeGreaterThanOrEqual(12 - 1e-9);
    }),
  );
});

it('is above the place where there is room, and in its middle', () => {
  const box = { width: 80, height: 30, side, gap: 10 };
  expect(besidePlace({ x: 150, y: 150, ...box })).toEqual({ left: 110, top: 110 });
  expect(besidePlace({ x: 10, y: 20, ...box })).toEqual({ left: 0, top: 30 });
});
