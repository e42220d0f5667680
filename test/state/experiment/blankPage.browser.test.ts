import { mount, unmount } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/app/app.css';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import type { Connect } from '../../../src/state/run/trainingRun.svelte.ts';
import { TrainingClient } from '../../../src/training/client.ts';
import { WorkerPool } from '../../../src/training/workerPool.ts';
import FieldPlot from '../../../src/views/plot/FieldPlot.svelte';
import TransportBar from '../../../src/views/run/TransportBar.svelte';

function createWorker(): Worker {
  const url = new URL('../../support/trainingWorker.ts', import.meta.url);
  return new Worker(url, { type: 'module', name: 'trainer' });
}

/** All that it takes: a pool for the page, an experiment, and the views that show it. */
function putTrainerOn(target: Element) {
  const pool = new WorkerPool(createWorker, 2);
  const connect: Connect = (receive) => new TrainingClient(pool, receive);
  const experiment = createExperiment({ connect, options: { data: 'moon', hidden: [8, 4] } });
  const { run, network, field, samples, wrong, decision, display } = experiment;
  const cursor = new PlotCursor(field, decision);
  const plot = { field, samples, wrong, decision, display, cursor, dark: false };
  const bar = { run, onreset: () => experiment.reset(), onnewweights: () => network.newWeights() };
  const plotView = mount(FieldPlot, { target, props: plot });
  const barView = mount(TransportBar, { target, props: bar });
  return { experiment, views: [plotView, barView] };
}

/** A blank page with room for a trainer, until the test ends. */
function blankPage(): HTMLElement {
  const target = document.createElement('div');
  target.className = 'edgewise';
  target.style.height = '300px';
  document.body.append(target);
  onTestFinished(() => target.remove());
  return target;
}

/** All pixels of the field, and whether they are painted. */
function fieldIn(target: Element) {
  const canvas = target.querySelector('canvas');
  const { width = 1, height = 1 } = canvas ?? {};
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, width, height).data;
  return { pixels: pixels?.join() ?? '', painted: pixels?.at(-1) === 255 };
}

it('puts a trainer on a blank page in ten lines, whose field changes while it trains', async () => {
  const target = blankPage();
  const { experiment, views } = putTrainerOn(target);
  onTestFinished(async () => {
    for (const view of views) await unmount(view);
    experiment.dispose();
  });
  await expect.poll(() => fieldIn(target).painted).toBe(true);
  const untrained = fieldIn(target).pixels;
  await page.getByRole('button', { name: 'Train' }).click();
  await expect.poll(() => fieldIn(target).pixels).not.toBe(untrained);
  const moment = fieldIn(target).pixels;
  await expect.poll(() => fieldIn(target).pixels).not.toBe(moment);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect.element(page.getByRole('button', { name: 'Train' })).toBeVisible();
  expect(experiment.run.state.progress?.step).toBeGreaterThan(0);
  expect(experiment.run.configuration?.network.hidden.map(({ units }) => units)).toEqual([8, 4]);
});
