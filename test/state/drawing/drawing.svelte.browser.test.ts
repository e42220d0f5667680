import { expect, it } from 'vitest';
import { Drawing } from '../../../src/state/drawing/drawing.svelte.ts';
import { picked } from '../../../src/state/drawing/picked.ts';
import { sampleAt } from '../../../src/state/drawing/sampleEdits.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

function makeDrawing() {
  const { experiment, session, show } = steeredExperiment();
  const drawing = new Drawing(experiment);
  const kinds = () => session.sent.map(({ kind }) => kind);
  /** A pointer goes down at the first place, along the others, and up. */
  const stroke = (...places: readonly (readonly [number, number])[]) => {
    const [first = { x: NaN, y: NaN }, ...rest] = places.map(([x, y]) => ({ x, y }));
    drawing.begin({ place: first, reach: 0.1 });
    drawing.extend(rest);
    drawing.end();
  };
  return { experiment, drawing, kinds, stroke, show };
}

const square = ownSamples([
  [0, 0, 0],
  [1, 0, 1],
  [0, 1, 0],
  [1, 1, 1],
]);

it('makes own samples of a recipe by the first stroke, in the same window, one undo away', () => {
  const { experiment, drawing, kinds, stroke } = makeDrawing();
  const { sets, window, source } = experiment.samples;
  drawing.chooseClass(1);
  stroke([0.5, 0.5]);
  expect(experiment.samples.source).toMatchObject({ kind: 'own', name: 'Linear, edited' });
  expect(experiment.samples.size('training')).toBe(sets.training.labels.length + 1);
  expect(experiment.samples.window).toBe(window);
  expect(experiment.announcer.said.sentence).toBe('Added a blue sample to the training set.');
  drawing.undo();
  expect(experiment.samples.source).toBe(source);
  // The run goes on with its weights, both times.
  expect(kinds().filter((kind) => kind === 'start')).toHaveLength(1);
  expect(kinds().filter((kind) => kind === 'changeSamples')).toHaveLength(2);
});

it('changes nothing before a stroke ends, nor by one that is cancelled', () => {
  const { experiment, drawing, kinds } = makeDrawing();
  const { sets } = experiment.samples;
  const before = kinds().length;
  drawing.choose('spray');
  drawing.begin({ place: { x: 0, y: 0 }, reach: 0.1 });
  drawing.extend([{ x: 0.5, y: 0.5 }]);
  expect(drawing.preview.marks?.length).toBeGreaterThan(8);
  expect(experiment.samples.sets).toBe(sets);
  drawing.cancel();
  drawing.end();
  expect(drawing.preview).toEqual({});
  expect(experiment.samples.sets).toBe(sets);
  expect(kinds()).toHaveLength(before);
});

it('undoes and redoes a hundred strokes', () => {
  const { experiment, drawing, stroke } = makeDrawing();
  experiment.samples.use(square);
  drawing.chooseClass(0);
  for (let i = 0; i < 120; i++) stroke([i / 120, 0.5]);
  expect(experiment.samples.size('training')).toBe(124);
  for (let i = 0; i < 120; i++) drawing.undo();
  expect(experiment.samples.source).toBe(square);
  for (let i = 0; i < 120; i++) drawing.redo();
  expect(experiment.samples.size('training')).toBe(124);
});

it('moves, flips and erases what a tool meets, in the sets that are shown', () => {
  const { experiment, drawing, stroke } = makeDrawing();
  experiment.samples.use(square);
  const training = () => experiment.samples.sets.training;
  drawing.choose('move');
  stroke([0.95, 0], [0.75, 0.25]);
  expect(sampleAt(training(), 1)).toMatchObject({ label: 1 });
  expect(sampleAt(training(), 1).x).toBeCloseTo(0.8, 6);
  expect(sampleAt(training(), 1).y).toBeCloseTo(0.25, 6);
  drawing.choose('flip');
  stroke([0, 0], [0, 1]);
  expect([...training().labels]).toEqual([1, 1, 1, 1]);
  drawing.choose('erase');
  stroke([0, 1.05]);
  expect([...training().points.slice(0, 2)]).toEqual([0, 0]);
  expect(training().labels).toHaveLength(3);
  expect(experiment.samples.sets.evaluation).toBe(square.samples.evaluation);
  stroke([0.5, 0.6]);
  expect(experiment.announcer.said.sentence).toBe('No sample there.');
});

it('selects by a lasso, and drags, flips, thins, duplicates and erases the selection', () => {
  const { experiment, drawing, stroke } = makeDrawing();
  experiment.samples.use(square);
  const training = () => experiment.samples.sets.training;
  drawing.choose('select');
  stroke([-0.5, -0.5], [-0.5, 1.5], [0.5, 1.5], [0.5, -0.5]);
  expect([...drawing.selected.training]).toEqual([0, 2]);
  stroke([0, 0], [-0.25, 0]);
  expect([...training().points]).toEqual([-0.25, 0, 1, 0, -0.25, 1, 1, 1]);
  drawing.flip(drawing.selected);
  expect([...training().labels]).toEqual([1, 1, 1, 1]);
  drawing.duplicate();
  expect([...drawing.selected.training]).toEqual([4, 5]);
  drawing.thin();
  expect(training().labels).toHaveLength(5);
  expect([...drawing.selected.training]).toEqual([4]);
  drawing.erase(drawing.selected);
  expect(training().labels).toHaveLength(4);
  expect(drawing.selectedCount).toBe(0);
});

it('tells what fell since an operation on a selection began', async () => {
  const { experiment, drawing, show } = makeDrawing();
  experiment.samples.use(square);
  const end = $effect.root(() => {
    $effect(() => {
      expect(drawing.fallen.sentence).toBeDefined();
    });
  });
  const bluest = ({ x }: { readonly x: number }) => [1 - x, x];
  await show(bluest);
  drawing.select(picked([{ set: 'training', index: 1 }]));
  drawing.flip(drawing.selected);
  await show(({ y }) => (y > 0.5 ? [0.9, 0.1] : [0.1, 0.9]));
  // Of two blue ones one is right, of two red ones one.
  expect(drawing.fallen.sentence).toBe(
    'Evaluation set: recall of red −0.50, recall of blue −0.50, accuracy −0.50',
  );
  end();
});

it('clears the plane, refuses to train without samples, and trains on with the first', () => {
  const { experiment, drawing, kinds, stroke } = makeDrawing();
  experiment.samples.use(square);
  drawing.clear();
  expect(experiment.samples.size('training')).toBe(0);
  const before = kinds().length;
  experiment.run.train();
  expect(kinds()).toHaveLength(before);
  expect(experiment.notices.sentences.join()).toMatch(/no training samples/);
  drawing.chooseClass(0);
  stroke([0.5, 0.5]);
  expect(kinds().at(-1)).toBe('changeSamples');
  experiment.run.train();
  expect(kinds().at(-1)).toBe('train');
});

it('keeps what is seen where it is when a sample beside the window makes it larger', () => {
  const { experiment, drawing, stroke } = makeDrawing();
  experiment.samples.use(square);
  const { zoom } = experiment.field;
  zoom.step(-1);
  const seen = zoom.window;
  drawing.chooseClass(0);
  stroke([seen.right - 0.01, 0.5]);
  expect(zoom.whole.right).toBeGreaterThan(seen.right - 0.01);
  for (const side of ['left', 'right', 'bottom', 'top'] as const) {
    expect(zoom.window[side]).toBeCloseTo(seen[side], 9);
  }
});

it('opens the menu of a sample that is near, until samples change', () => {
  const { experiment, drawing } = makeDrawing();
  experiment.samples.use(square);
  expect(drawing.openMenu({ place: { x: 0.5, y: 0.5 }, reach: 0.1 })).toBe(false);
  expect(drawing.openMenu({ place: { x: 0.95, y: 1 }, reach: 0.1 })).toBe(true);
  expect(drawing.menu).toEqual({ set: 'training', index: 3, x: 1, y: 1, label: 1 });
  drawing.relabel(picked([{ set: 'training', index: 3 }]), 0);
  expect(experiment.samples.sets.training.labels[3]).toBe(0);
  expect(drawing.menu).toBeUndefined();
});

it('asks the model where that is chosen, and leaves the pointer to the plot then', () => {
  const { experiment, drawing } = makeDrawing();
  drawing.choose('erase');
  drawing.choose('ask');
  expect([experiment.asking.on, drawing.tool.name, drawing.draws]).toEqual([true, 'ask', false]);
  drawing.chooseClass(0);
  expect([experiment.asking.on, drawing.tool.name, drawing.draws]).toEqual([false, 'add', true]);
  experiment.asking.ask({ x: 0, y: 0 });
  expect(drawing.tool.name).toBe('ask');
  drawing.choose('look');
  expect(experiment.asking.place).toBeUndefined();
});
