import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import { SampleFinder, sampleWords } from '../../../src/state/plot/sampleFinder.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

/** Six samples; what is right of 0 is predicted blue, the surer the farther. */
async function makeFinder() {
  const { experiment, show } = steeredExperiment();
  experiment.samples.use(
    ownSamples([
      [-1, 0, 0],
      [1, 0, 1],
      [0.25, 0, 0],
      [0.5, 1, 0],
      [-0.5, 1, 1],
      [2, 2, 1],
    ]),
  );
  const { wrong, field, decision } = experiment;
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(wrong.shown).toBeDefined();
      });
    }),
  );
  flushSync();
  await show(({ x }) => {
    const blue = 1 / (1 + Math.exp(-4 * x));
    return [1 - blue, blue];
  });
  const finder = new SampleFinder(wrong);
  return { finder, cursor: new PlotCursor(field, decision, finder), decision };
}

it('finds the sample next to a place, and nothing out of reach', async () => {
  const { finder } = await makeFinder();
  expect(finder.nearest({ x: 0.9, y: 0.1 }, 0.2)).toMatchObject({ x: 1, y: 0, isWrong: false });
  expect(finder.nearest({ x: 0.9, y: 0.1 }, 0.1)).toBeUndefined();
  expect(finder.nearest({ x: 0.35, y: 0 }, 1)).toMatchObject({ x: 0.25, label: 0 });
});

it('lists the wrong samples, the least sure first', async () => {
  const { finder } = await makeFinder();
  // P = 1/(1 + e^−4x): 0.731 at 0.25, 0.881 at ±0.5.
  expect(finder.wrongOnes().map(({ x }) => x)).toEqual([0.25, 0.5, -0.5]);
  expect(finder.wrongOnes().map(sampleWords)).toEqual([
    'is red, predicted blue (0.73), wrong',
    'is red, predicted blue (0.88), wrong',
    'is blue, predicted red (0.88), wrong',
  ]);
});

it('leads from one wrong sample to the next by n and N, and says which it is', async () => {
  const { cursor, decision } = await makeFinder();
  expect(cursor.key('n', false)).toBe(true);
  expect(cursor.sample).toMatchObject({ x: 0.25 });
  cursor.key('n', false);
  expect(cursor.sample).toMatchObject({ x: 0.5 });
  cursor.key('N', true);
  cursor.key('N', true);
  expect(cursor.sample).toMatchObject({ x: -0.5 });
  cursor.leave();
  cursor.key('N', true);
  expect(cursor.sample).toMatchObject({ x: -0.5 });
  // None is predicted blue any more: the two blue ones are wrong, and the red ones right.
  decision.set({ threshold: 1 });
  cursor.key('n', false);
  expect(cursor.sample?.label).toBe(1);
});

it('reads a sample where one points next to it, and the place all the same', async () => {
  const { cursor } = await makeFinder();
  cursor.point({ x: 0.9, y: 0.1 }, 0.2);
  expect(cursor.sample).toMatchObject({ x: 1, y: 0 });
  expect(cursor.readout).toMatchObject({ x: 0.9, y: 0.1 });
  cursor.point({ x: 0.9, y: 0.1 }, 0.01);
  expect(cursor.sample).toBeUndefined();
});
