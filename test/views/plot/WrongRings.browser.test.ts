import { expect, it } from 'vitest';
import WrongRings from '../../../src/views/plot/WrongRings.svelte';
import { mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

/** Three red and two blue; only x decides what is predicted below. */
const rows = [
  [0, 0, 0],
  [0.2, 0.5, 0],
  [0.4, 1, 0],
  [0.6, 0, 1],
  [1, 1, 1],
] as const;

const size = 200;

function mountRings(samples = ownSamples(rows)) {
  const steered = steeredExperiment();
  const { samples: source, wrong } = steered.experiment;
  source.use(samples);
  const { root } = mountView(WrongRings, { wrong, size });
  const group = root.querySelector('g');
  const path = group?.querySelector('path');
  if (!group || !path) throw new Error('There is nothing to draw the rings with.');
  const opacity = () => Number(group.getAttribute('opacity'));
  return { ...steered, opacity, rings: () => path.getAttribute('d')?.match(/M[^M]*/g) ?? [] };
}

/** Blue from this x on. */
const blueFrom = (x: number) => (place: { x: number }) => (place.x >= x ? [0, 1] : [1, 0]);

it('has a ring around each sample that is predicted wrongly, and no other', async () => {
  const { experiment, show, rings } = mountRings();
  expect(rings()).toEqual([]);
  await show(blueFrom(0.7));
  await expect.poll(rings).toHaveLength(1);
  // The sample at 0.6, 0: its ring begins at its left, half-way down.
  const { left, right, top } = experiment.samples.window;
  const [x = NaN, y = NaN] = (rings()[0] ?? '').slice(1).split(/[,a]/).map(Number);
  expect(y).toBeCloseTo((size * top) / (right - left), 0);
  expect(x).toBeLessThan((size * (0.6 - left)) / (right - left));
  expect(x).toBeGreaterThan((size * (0.6 - left)) / (right - left) - 10);
  await show(blueFrom(0.5));
  await expect.poll(rings).toEqual([]);
});

it('follows the threshold, and the sets that are shown', async () => {
  const { experiment, show, rings } = mountRings();
  experiment.display.set({ showEvaluation: true });
  await show(() => [0.6, 0.4]);
  await expect.poll(rings).toHaveLength(4);
  experiment.display.set({ showTraining: false });
  await expect.poll(rings).toHaveLength(2);
  // All are predicted blue now, and three are red.
  experiment.decision.set({ threshold: 0.3 });
  await expect.poll(rings).toHaveLength(3);
  experiment.display.set({ showEvaluation: false });
  await expect.poll(rings).toEqual([]);
});

it('is faint where almost everything is wrong', async () => {
  const many = Array.from({ length: 400 }, (_, i) => [i, 0, i % 2] as const);
  const { show, rings, opacity } = mountRings(ownSamples(many));
  await show(({ x }) => (x === 1 ? [1, 0] : blueFrom(0.5)({ x: x % 2 })));
  await expect.poll(rings).toHaveLength(1);
  expect(opacity()).toBe(1);
  await show(({ x }) => blueFrom(0.5)({ x: (x + 1) % 2 }));
  await expect.poll(rings).toHaveLength(400);
  expect(opacity()).toBeLessThan(0.5);
});
