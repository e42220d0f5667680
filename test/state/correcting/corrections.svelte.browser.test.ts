import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import type { Snapshot } from '../../../src/learning/engine.ts';
import { ownSamples, type Predict, steeredExperiment } from '../../support/steeredExperiment.ts';

/** Blue with this probability in every place. */
const blue =
  (probability: number): Predict =>
  () => [1 - probability, probability];

function snapshotAt(epoch: number): Snapshot {
  const progress = { step: 20 * epoch, epoch, position: 0, updates: 20 * epoch };
  return { progress, parameters: new Float32Array(102), updaterState: new Float32Array(102) };
}

/** A model that has learned for two epochs, and is asked about (0.5, 0.5). */
async function start() {
  const steered = steeredExperiment();
  const { experiment, session, show } = steered;
  experiment.samples.use(
    ownSamples([
      [0, 0, 0],
      [1, 1, 1],
    ]),
  );
  const { evaluation, field, asking, corrections } = experiment;
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect([evaluation.sets, field.planes, asking.answer]).toHaveLength(3);
        expect(corrections.list.map((each) => corrections.standingAt(each))).toBeDefined();
      });
    }),
  );
  flushSync();
  session.deliver({ kind: 'snapshot', snapshot: snapshotAt(2) });
  session.phase('finished', '2 epochs are done.');
  asking.ask({ x: 0.5, y: 0.5 });
  flushSync();
  await show(blue(0.75));
  return { ...steered, asking, corrections };
}

it('answers with class and probability, and says so', async () => {
  const { asking, experiment } = await start();
  expect(asking.answer).toEqual({ predicted: 1, probability: 0.75 });
  asking.ask({ x: 0.5, y: 0.5 });
  expect(experiment.announcer.said.sentence).toBe('x 0.50, y 0.50: blue, 0.75.');
  asking.ask({ x: 0.1, y: 0.1 }, 0.2);
  expect(asking.place).toEqual({ x: 0, y: 0 });
  expect(experiment.announcer.said.sentence).toMatch(
    'The sample here is red, predicted blue (0.75), wrong.',
  );
  asking.on = false;
  expect(asking.answer).toBeUndefined();
});

it('adds the right answer and trains on, also after the run has ended', async () => {
  const { corrections, experiment, session } = await start();
  corrections.epochs = 3;
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  const { points, labels } = experiment.samples.sets.training;
  expect([...points]).toEqual([0, 0, 1, 1, 0.5, 0.5]);
  expect([...labels]).toEqual([0, 1, 0]);
  expect(experiment.samples.size('evaluation')).toBe(2);
  expect(session.kinds.slice(-2)).toEqual(['changeSamples', 'step']);
  expect(session.of('step')[0]).toMatchObject({ unit: 'epoch', count: 3 });
  expect(experiment.announcer.said.sentence).toBe(
    'Added: red at x 0.50, y 0.50, which was blue, 0.75. Training on for 3 epochs.',
  );
});

it('compares the model of before with that of now', async () => {
  const { corrections, experiment, show } = await start();
  const { planes } = experiment.field;
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  flushSync();
  await show(blue(0.25));
  const { compared } = corrections;
  expect(compared?.before).toEqual({
    answer: { predicted: 1, probability: 0.75 },
    accuracies: { training: 0.5, evaluation: 0.5 },
    planes,
  });
  expect(compared && corrections.standingAt(compared)).toMatchObject({
    answer: { predicted: 0, probability: 0.75 },
    accuracies: { training: 2 / 3, evaluation: 0.5 },
  });
  experiment.startOver();
  expect(corrections.compared).toBeUndefined();
});

it('leaves a run under way alone: it learns from the sample anyway', async () => {
  const { corrections, experiment, session } = await start();
  experiment.run.train();
  session.phase('training');
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  expect(session.kinds.slice(-2)).toEqual(['train', 'changeSamples']);
});

it('says that a run that has diverged cannot train on', async () => {
  const { corrections, experiment, session } = await start();
  session.phase('diverged', 'The loss is no number.');
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  expect(session.kinds.at(-1)).toBe('changeSamples');
  expect(experiment.announcer.said.sentence).toMatch('The run cannot train on as it is.');
});

it('undoes the newest with the weights of before, and an older one without', async () => {
  const { corrections, experiment, session } = await start();
  const at = (epoch: number) => {
    const { progress } = snapshotAt(epoch);
    session.deliver({ kind: 'snapshot', snapshot: snapshotAt(epoch) });
    session.frame({ progress });
    session.phase('paused');
  };
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  at(12);
  corrections.correct({ x: 0.2, y: 0.2 }, 1);
  at(22);
  const [second, first] = corrections.list;
  expect([first?.label, second?.label]).toEqual([0, 1]);
  if (first) corrections.undo(first);
  expect([...experiment.samples.sets.training.labels]).toEqual([0, 1, 1]);
  expect(session.of('restore')).toEqual([]);
  if (second) corrections.undo(second);
  expect([...experiment.samples.sets.training.labels]).toEqual([0, 1]);
  expect(session.of('restore')[0]?.snapshot).toEqual(snapshotAt(12));
  expect(experiment.announcer.said.sentence).toMatch('The run is back at step 240.');
  expect(corrections.list).toEqual([]);
});

it('keeps the weights where something else was learned since', async () => {
  const { corrections, session } = await start();
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  session.frame({ progress: snapshotAt(13).progress });
  const [only] = corrections.list;
  if (only) corrections.undo(only);
  expect(session.of('restore')).toEqual([]);
});

it('lists a correction as long as its sample is there: undo and redo take it along', async () => {
  const { corrections, experiment } = await start();
  corrections.correct({ x: 0.5, y: 0.5 }, 0);
  experiment.undo();
  expect(corrections.list).toEqual([]);
  expect(corrections.compared).toBeUndefined();
  experiment.redo();
  expect(corrections.list).toHaveLength(1);
});
