import { expect, it, onTestFinished } from 'vitest';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { fieldValue } from '../../../src/state/plot/fieldValue.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import type { Connect } from '../../../src/state/run/trainingRun.svelte.ts';
import { TrainingClient } from '../../../src/training/client.ts';
import { WorkerPool } from '../../../src/training/workerPool.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function createWorker(): Worker {
  const url = new URL('../../support/trainingWorker.ts', import.meta.url);
  return new Worker(url, { type: 'module', name: 'trainer' });
}

/** What an effect looks at is read in its arguments. */
const looked = { at: (...things: readonly unknown[]) => things.length };

/** As a view shows it, until the test ends. */
function shownCursor({ field, decision }: Experiment): PlotCursor {
  const cursor = new PlotCursor(field, decision);
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        looked.at(field.pictures, cursor.readout, cursor.spoken);
      });
    }),
  );
  return cursor;
}

it('reads where the network is steep what the engine predicts', async () => {
  const pool = new WorkerPool(createWorker, 1);
  const connect: Connect = (receive) => new TrainingClient(pool, receive);
  const network = { hidden: [], features: ['xx', 'yy', 'xy'] };
  const options = { data: 'saturn', ...network, updater: 'sgd', rate: 1, epochs: 1 };
  const experiment = createExperiment({ connect, options });
  onTestFinished(() => experiment.dispose());
  const cursor = shownCursor(experiment);
  const { run, field } = experiment;
  run.train();
  await expect.poll(() => run.state.phase).toBe('finished');
  await expect.poll(() => field.pictures?.[0]?.resolution).toBe(192);

  const { place, blue, between } = await steepestPlace(experiment);
  expect(Math.abs(between - blue)).toBeGreaterThan(0.01);
  cursor.point(place);
  const isExact = () => Math.abs((cursor.readout?.probability ?? NaN) - blue) < 1e-6;
  await expect.poll(isExact).toBe(true);
});

/** Where along the x axis the field between its cells is farthest from what the engine predicts. */
async function steepestPlace({ run, field }: Experiment) {
  const { configuration } = run;
  const { lastGood, progress } = run.state;
  const [picture] = field.pictures ?? [];
  if (!configuration || !picture || !lastGood) throw new Error('There is no field yet.');
  expect(lastGood.progress).toEqual(progress);
  const engine = await createSimdEngine(configuration, lastGood.parameters);
  const { left, right } = field.window;
  const points = Float32Array.from({ length: 2000 }, (_, i) =>
    i % 2 === 0 ? left + ((right - left) * i) / 2000 : 0,
  );
  const probabilities = await engine.predict(points);
  const places = Array.from({ length: 1000 }, (_, i) => {
    const place = { x: points[2 * i] ?? NaN, y: 0 };
    const blue = probabilities[2 * i + 1] ?? NaN;
    return { place, blue, between: fieldValue(picture, place) ?? NaN };
  });
  const error = ({ blue, between }: { blue: number; between: number }) => Math.abs(blue - between);
  return places.reduce((worst, each) => (error(each) > error(worst) ? each : worst));
}

it('speaks once what the network answers, and not the values that follow', async () => {
  const { experiment, show } = steeredExperiment();
  const cursor = shownCursor(experiment);
  await show(() => [0.5, 0.5]);
  cursor.key('Home', false);
  expect(cursor.spoken).toBe('');
  await show(() => [0.25, 0.75]);
  expect(cursor.spoken).toMatch(/: blue, probability of blue 0\.75$/);
  await show(() => [0.75, 0.25]);
  expect(cursor.readout?.probability).toBe(0.25);
  expect(cursor.spoken).toMatch(/probability of blue 0\.75$/);
  cursor.key('ArrowLeft', false);
  await show(() => [0.75, 0.25]);
  expect(cursor.spoken).toMatch(/: red, probability of blue 0\.25$/);
  cursor.leave();
  expect(cursor.spoken).toBe('');
});

it('says the place alone while there is no network', () => {
  const cursor = shownCursor(steeredExperiment().experiment);
  cursor.key('Home', false);
  expect(cursor.spoken).toMatch(/^x \S+, y \S+$/);
});
