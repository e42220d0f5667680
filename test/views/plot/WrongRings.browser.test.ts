import { expect, it } from 'vitest';
import WrongRings from '../../../src/views/plot/WrongRings.svelte';
import { colourOf, mountView } from '../../support/mountView.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

/** Three red and five blue; only x decides what is predicted below. */
const rows = [
  [0, 0, 0],
  [0.2, 0.5, 0],
  [0.4, 1, 0],
  [0.6, 0, 1],
  [0.8, 0, 1],
  [0.8, 0.5, 1],
  [0.8, 1, 1],
  [1, 1, 1],
] as const;

const size = 200;

function mountRings(samples = ownSamples(rows)) {
  const steered = steeredExperiment();
  const { samples: source, wrong } = steered.experiment;
  source.use(samples);
  const { root } = mountView(WrongRings, { wrong, window: source.window, size });
  const paths = () => [...root.querySelectorAll<SVGPathElement>('.ring')];
  const rings = () => paths().flatMap((path) => path.getAttribute('d')?.match(/M[^M]*/g) ?? []);
  const colours = () => paths().map((path) => getComputedStyle(path).stroke);
  return { ...steered, root, rings, colours };
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
  await show(({ x }) => (Math.abs(x - 0.6) < 0.1 ? [0.6, 0.4] : blueFrom(0.5)({ x })));
  await expect.poll(rings).toHaveLength(2);
  experiment.display.set({ showTraining: false });
  await expect.poll(rings).toHaveLength(1);
  experiment.decision.set({ threshold: 0.3 });
  await expect.poll(rings).toEqual([]);
  experiment.decision.set({ threshold: 0.5 });
  await expect.poll(rings).toHaveLength(1);
  experiment.display.set({ showEvaluation: false });
  await expect.poll(rings).toEqual([]);
});

it('has none before the first step, nor while more than a quarter is wrong', async () => {
  const { session, show, rings } = mountRings();
  await show(blueFrom(0.7));
  await expect.poll(rings).toHaveLength(1);
  session.frame({ progress: { step: 0, epoch: 0, position: 0, updates: 0 } });
  await expect.poll(rings).toEqual([]);
  await show(blueFrom(0.1));
  await expect.poll(rings).toHaveLength(2);
  await show(blueFrom(0));
  await expect.poll(rings).toEqual([]);
});

it('has the colour of the predicted class where there are many', async () => {
  const many = Array.from({ length: 400 }, (_, i) => [i, i % 20, i % 2] as const);
  const { root, show, rings, colours } = mountRings(ownSamples(many));
  const wrongUpTo = (last: number) => (place: { x: number }) => {
    const blue = (place.x % 2 === 1) !== place.x <= last;
    return blue ? [0, 1] : [1, 0];
  };
  await show(wrongUpTo(79));
  await expect.poll(rings).toHaveLength(80);
  expect(new Set(colours())).toEqual(new Set([colourOf(root, '--ink')]));
  await show(wrongUpTo(99));
  await expect.poll(rings).toHaveLength(100);
  expect(new Set(colours())).toEqual(new Set([colourOf(root, '--red'), colourOf(root, '--blue')]));
});
