import { expect, it } from 'vitest';
import { createRandom } from '../../../src/learning/random.ts';
import { samplesAlong, samplesWithin } from '../../../src/state/drawing/hits.ts';
import { nearestSample } from '../../../src/state/drawing/nearestSample.ts';

const random = createRandom(7);
const points = Float32Array.from({ length: 400 }, () => random.uniform());
const samples = { points, labels: new Uint8Array(200) };
const searched = [{ set: 'training', samples }] as const;
const at = (index: number) => ({ x: points[2 * index] ?? NaN, y: points[2 * index + 1] ?? NaN });

it('finds the nearest, as sorting by distance does, and nothing out of reach', () => {
  for (const place of [
    { x: 0.2, y: 0.9 },
    { x: 0.5, y: 0.5 },
    { x: 2, y: 2 },
  ]) {
    const away = (index: number) => Math.hypot(at(index).x - place.x, at(index).y - place.y);
    const [first = NaN] = Array.from(samples.labels.keys()).sort((a, b) => away(a) - away(b));
    expect(nearestSample(searched, place, 9)).toEqual({ set: 'training', index: first });
    expect(nearestSample(searched, place, 0.99 * away(first))).toBeUndefined();
  }
});

it('takes the upper one of two samples at one place', () => {
  const [same] = searched;
  const evaluation = { set: 'evaluation', samples } as const;
  expect(nearestSample([same, evaluation], at(3), 0.1)).toMatchObject({ set: 'evaluation' });
});

it('finds along a line what is found at close places on it', () => {
  const [from, to] = [
    { x: 0.1, y: 0.2 },
    { x: 0.8, y: 0.6 },
  ];
  const close = Array.from({ length: 2001 }, (_, i) => i / 2000).flatMap((share) => {
    const place = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    return samplesAlong(searched, [place, place], 0.05).map(({ index }) => index);
  });
  const found = samplesAlong(searched, [from, to], 0.05).map(({ index }) => index);
  expect(found).toEqual([...new Set(close)].sort((a, b) => a - b));
  expect(found.length).toBeGreaterThan(3);
});

it('selects what is within an outline, also a hollow one', () => {
  const within = (index: number) => Math.abs(at(index).x - 0.5) + Math.abs(at(index).y - 0.5) < 0.3;
  const diamond = [
    [0.5, 0.2],
    [0.8, 0.5],
    [0.5, 0.8],
    [0.2, 0.5],
  ].map(([x = 0, y = 0]) => ({ x, y }));
  const found = samplesWithin(searched, diamond).map(({ index }) => index);
  expect(found).toEqual(Array.from(samples.labels.keys()).filter(within));
  expect(samplesWithin(searched, diamond.slice(0, 1))).toEqual([]);
});
