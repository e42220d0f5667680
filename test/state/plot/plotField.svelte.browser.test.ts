import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import type { FieldPlanes } from '../../../src/state/plot/plotField.svelte.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

it('asks for a coarse field first, and for a fine one when that is on the screen', async () => {
  const { session, experiment, show } = steeredExperiment();
  let seen: number | undefined;
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        seen = experiment.field.planes?.values[0];
      });
    }),
  );
  const asked = () =>
    session.watches
      .filter((watch) => watch.kind === 'field')
      .map(({ resolution, restResolution }) => `${resolution} ${restResolution}`);
  await expect.poll(asked).toEqual(['96 96']);
  await show(() => [0, 1]);
  // The coarse one stays until the fine one has come.
  await expect.poll(() => asked().sort()).toEqual(['96 192', '96 96']);
  expect(seen).toBe(1);
  await show(() => [1, 0]);
  await expect.poll(asked).toEqual(['96 192']);
  expect(seen).toBe(0);
});

it('shows the field of the window before until that of the new one has come', async () => {
  const { experiment, show } = steeredExperiment();
  const { field } = experiment;
  let seen: FieldPlanes | undefined;
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        seen = field.planes;
      });
    }),
  );
  flushSync();
  for (let frame = 0; frame < 2; frame++) await show(() => [0, 1]);
  flushSync();
  const whole = field.window;
  expect(seen?.window).toEqual(whole);
  field.zoom.zoomAt({ across: 0.5, up: 0.5 }, 2);
  flushSync();
  expect(seen?.window).toEqual(whole);
  expect(seen?.values[0]).toBe(1);
  await show(() => [1, 0]);
  flushSync();
  expect(seen?.window).toEqual(field.window);
  expect(seen?.window).not.toEqual(whole);
  expect(seen?.values[0]).toBe(0);
  // Of other samples the old field would be wrong.
  experiment.samples.chooseRecipe('spiral');
  flushSync();
  expect(seen).toBeUndefined();
});

it('still has all of the plane in small when the plot shows a part of it', async () => {
  const { experiment, show } = steeredExperiment();
  const { field } = experiment;
  const middle = (field.window.left + field.window.right) / 2;
  let seen: FieldPlanes | undefined;
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        seen = field.overview;
      });
    }),
  );
  field.zoom.zoomAt({ across: 0, up: 0 }, 8);
  flushSync();
  for (let frame = 0; frame < 2; frame++) await show(({ x }) => (x > middle ? [0, 1] : [1, 0]));
  flushSync();
  expect(field.zoom.window.right).toBeLessThan(middle);
  expect(seen?.window).toEqual(field.zoom.whole);
  expect(new Set(seen?.values)).toEqual(new Set([0, 1]));
  field.zoom.fit();
  flushSync();
  expect(seen?.window).toEqual(field.window);
});
