import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import type { SamplesBehind } from '../../../src/state/evaluation/samplesBehind.svelte.ts';
import { ownSamples, type Predict, steeredExperiment } from '../../support/steeredExperiment.ts';

/** What is right of 0 is predicted blue, the surer the farther. */
const predict: Predict = ({ x }) => {
  const blue = 1 / (1 + Math.exp(-4 * x));
  return [1 - blue, blue];
};

/** Six samples in each set, three of them wrong; the training set is shown. */
async function start() {
  const steered = steeredExperiment();
  const { experiment, show } = steered;
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
  const { evaluation, behind } = experiment;
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(evaluation.sets).toBeDefined();
        expect(behind.listed).toBeDefined();
      });
    }),
  );
  flushSync();
  await show(predict);
  return { ...steered, behind };
}

const places = (behind: SamplesBehind) => behind.listed.map(({ x }) => x);
const wrong = { set: 'training', choice: 'wrong' } as const;
const redAsBlue = { set: 'training', choice: { actual: 0, predicted: 1 } } as const;

it('lists the samples of a number worst first, and says how many they are', async () => {
  const { behind, experiment } = await start();
  behind.ask(wrong);
  // P of the right class is the same at ±0.5: then the first of the set comes first.
  expect(places(behind)).toEqual([0.5, -0.5, 0.25]);
  expect(experiment.announcer.said.sentence).toBe(
    '3 samples of the training set are wrong, the worst first.',
  );
  behind.ask(redAsBlue);
  expect(places(behind)).toEqual([0.5, 0.25]);
  expect(behind.title).toBe('2 red samples of the training set are predicted blue');
  expect([behind.isOpen(redAsBlue), behind.isOpen(wrong)]).toEqual([true, false]);
  behind.ask(redAsBlue);
  expect(behind.asked).toBeUndefined();
  expect(behind.listed).toEqual([]);
});

it('shows a hidden set as long as its samples are listed', async () => {
  const { behind, experiment } = await start();
  behind.ask({ ...wrong, set: 'evaluation' });
  expect(experiment.display.shows('evaluation')).toBe(true);
  behind.close();
  expect(experiment.display.shows('evaluation')).toBe(false);
  behind.ask(wrong);
  behind.close();
  expect(experiment.display.shows('training')).toBe(true);
});

it('flips a sample: the run learns from it, the rest stays listed, and undo brings it back', async () => {
  const { behind, experiment, session, show } = await start();
  behind.ask(wrong);
  const [worst] = behind.listed;
  if (worst) behind.relabel(worst, 1);
  expect(places(behind)).toEqual([-0.5, 0.25]);
  expect([...experiment.samples.sets.training.labels]).toEqual([0, 1, 0, 1, 1, 1]);
  expect([...experiment.samples.sets.evaluation.labels]).toEqual([0, 1, 0, 0, 1, 1]);
  expect(session.kinds.at(-1)).toBe('changeSamples');
  expect(experiment.announcer.said.sentence).toMatch(/^The sample at x 0.50, y 1.00 is blue now.$/);
  await show(predict);
  expect(places(behind)).toEqual([-0.5, 0.25]);
  experiment.undo();
  await show(predict);
  expect(places(behind)).toEqual([0.5, -0.5, 0.25]);
});

it('erases the sample that is meant, also when others have gone before', async () => {
  const { behind, experiment, show } = await start();
  behind.ask(wrong);
  for (let left = 3; left > 0; left--) {
    const last = behind.listed.at(-1);
    if (last) behind.erase(last);
  }
  expect(behind.listed).toEqual([]);
  await show(predict);
  expect(behind.listed).toEqual([]);
  const { points } = experiment.samples.sets.training;
  expect([...points].filter((_, i) => i % 2 === 0)).toEqual([-1, 1, 2]);
});

it('keeps the last training sample', async () => {
  const { behind, experiment, show } = await start();
  experiment.samples.use(ownSamples([[1, 0, 0]]));
  await show(predict);
  behind.ask(wrong);
  const [only] = behind.listed;
  if (only) behind.erase(only);
  expect(experiment.samples.size('training')).toBe(1);
  expect(places(behind)).toEqual([1]);
});

it('keeps the network when the last sample of a class is flipped', async () => {
  const { behind, experiment, session, show } = await start();
  experiment.samples.use(
    ownSamples([
      [-1, 0, 0],
      [1, 0, 1],
      [2, 0, 2],
    ]),
  );
  const { classes } = experiment.network.specification;
  await show(() => [0.1, 0.7, 0.2]);
  behind.ask(wrong);
  const last = behind.listed.find(({ label }) => label === 2);
  if (last) behind.relabel(last, 1);
  expect([classes, experiment.network.specification.classes]).toEqual([3, 3]);
  expect(session.kinds.at(-1)).toBe('changeSamples');
});

it('does not move under a finger while the network trains', async () => {
  const { behind, experiment, session, show } = await start();
  behind.ask(wrong);
  experiment.run.train();
  session.phase('training');
  await show(({ x }) => predict({ x: -x, y: 0 }));
  expect(places(behind)).toEqual([0.5, -0.5, 0.25]);
  session.phase('paused');
  flushSync();
  expect(places(behind)).toEqual([2, -1, 1]);
});

it('looks at a listed sample, from the list or from the plot', async () => {
  const { behind, experiment } = await start();
  const { finder } = experiment;
  behind.ask(redAsBlue);
  const [first] = behind.listed;
  if (first) behind.choose(first);
  expect(behind.chosen?.x).toBe(0.5);
  const found = finder.nearest({ x: 0.26, y: 0 }, 0.1);
  expect(found && behind.chooseFound(found)).toBe(true);
  expect(behind.chosen?.x).toBe(0.25);
  const other = finder.nearest({ x: -0.5, y: 1 }, 0.1);
  expect(other && behind.chooseFound(other)).toBe(false);
});

it('edits the samples of a recipe, which come back by undo, and the run goes on', async () => {
  const { experiment, session, show } = await start();
  experiment.samples.chooseRecipe('moon');
  const { recipe } = experiment.samples;
  flushSync();
  await show(predict);
  const starts = session.of('start').length;
  const { training } = experiment.samples.sets;
  experiment.mending.relabel({ set: 'training', index: 0, place: '' }, 1);
  expect(experiment.samples.source).toMatchObject({ kind: 'own', name: 'Moon, edited' });
  experiment.mending.erase({ set: 'evaluation', index: 0, place: '' });
  experiment.undo();
  experiment.undo();
  expect(experiment.samples.recipe).toBe(recipe);
  expect(session.of('start')).toHaveLength(starts);
  expect(session.of('changeSamples').at(-1)?.samples.training).toEqual(training);
});

it('keeps the window, and what is zoomed to, when the outermost sample is erased', async () => {
  const { experiment } = await start();
  experiment.samples.use(
    ownSamples([
      [0, 0, 0],
      [1, 1, 1],
      [9, 9, 1],
    ]),
  );
  const { samples, field, mending } = experiment;
  field.zoom.zoomAt({ across: 0.5, up: 0.5 }, 2);
  const before = { whole: samples.window, shown: field.window };
  mending.erase({ set: 'training', index: 2, place: '' });
  expect({ whole: samples.window, shown: field.window }).toEqual(before);
});
