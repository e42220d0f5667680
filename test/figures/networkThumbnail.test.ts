import { expect, it } from 'vitest';
import { networkThumbnail } from '../../src/figures/networkThumbnail.ts';

const window = { left: 0, right: 4, bottom: 0, top: 4 };
const samples = {
  points: Float32Array.of(1, 1, 3, 3.5),
  labels: Uint8Array.of(0, 1),
};

/** Rises from left to right in the lower half, and is below ½ in the upper one. */
const field = Float32Array.from(
  [
    [0.2, 0.4, 0.6, 0.8],
    [0.2, 0.4, 0.6, 0.8],
    [0.2, 0.2, 0.2, 0.2],
    [0.2, 0.2, 0.2, 0.2],
  ].flat(),
);

const picture = networkThumbnail({ field, resolution: 4, window, samples, size: 120 });

it('draws the boundary where the probability is one half, with blue above it', () => {
  const [, path = ''] = /<path d="([^"]*)" fill="none"/.exec(picture) ?? [];
  const points = Array.from(path.matchAll(/([\d.]+),([\d.]+)/g), ([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(points.length).toBeGreaterThan(3);
  // Half way between 0.4 and 0.6 is the middle; blue is right of it and below the middle.
  expect(Math.min(...points.map(([x = NaN]) => x))).toBe(60);
  expect(Math.min(...points.map(([, y = NaN]) => y))).toBeGreaterThanOrEqual(45);
  expect(points).toContainEqual([60, 105]); // the centre of the lowest row
});

it('marks samples by the colour and the symbol of their class, y upwards', () => {
  expect(picture).toContain(
    '<path d="M30,90h0" stroke="var(--red)" stroke-width="4" stroke-linecap="round"/>',
  );
  expect(picture).toContain(
    '<path d="M90,15h0" stroke="var(--blue)" stroke-width="4" stroke-linecap="square"/>',
  );
});
