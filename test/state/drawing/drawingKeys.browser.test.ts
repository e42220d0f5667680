import { expect, it } from 'vitest';
import { Drawing } from '../../../src/state/drawing/drawing.svelte.ts';
import { DrawingKeys } from '../../../src/state/drawing/drawingKeys.ts';
import { sampleAt } from '../../../src/state/drawing/sampleEdits.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

function makeKeys() {
  const { experiment } = steeredExperiment();
  experiment.samples.use(
    ownSamples([
      [-1, -1, 0],
      [1, 1, 1],
    ]),
  );
  const drawing = new Drawing(experiment);
  const cursor = new PlotCursor(experiment.field, experiment.decision);
  const { left, right } = experiment.field.window;
  const keys = new DrawingKeys(drawing, cursor, () => right - left);
  const press = (...pressed: readonly string[]) =>
    pressed.map((key) => {
      const shift = /^[A-Z]$/.test(key);
      return keys.key(key, shift) || cursor.key(key, shift);
    });
  const said = () => experiment.announcer.said.sentence;
  const training = () => experiment.samples.sets.training;
  return { keys, press, said, training, drawing, cursor };
}

it('adds, takes along, flips and erases at the cross, undoes and redoes, and says so', () => {
  const { press, said, training } = makeKeys();
  expect(press('Home', '2')).toEqual([true, true]);
  expect(said()).toBe('Added a blue sample to the training set.');
  expect(sampleAt(training(), 2)).toEqual({ x: 0, y: 0, label: 1 });
  press('m');
  expect(said()).toMatch(/^Taking a blue sample along/);
  press('ArrowRight', 'ArrowRight', 'm');
  expect(said()).toBe('Moved 1 sample.');
  expect(sampleAt(training(), 2).x).toBeGreaterThan(0);
  press('f');
  expect(said()).toBe('Flipped 1 sample.');
  expect(sampleAt(training(), 2).label).toBe(0);
  press('z');
  expect(sampleAt(training(), 2).label).toBe(1);
  press('Z');
  expect(sampleAt(training(), 2).label).toBe(0);
  press('Delete');
  expect(said()).toBe('Erased 1 sample.');
  expect(training().labels).toHaveLength(2);
  press('Delete');
  expect(said()).toBe('No sample there.');
});

it('puts back what is taken along when the focus goes', () => {
  const { keys, press, training, drawing } = makeKeys();
  press('Home', '1');
  const before = training();
  press('m', 'ArrowUp');
  expect(drawing.preview.marks).toHaveLength(1);
  keys.leave();
  expect(drawing.preview).toEqual({});
  expect(training()).toBe(before);
});

it('does not move another sample when the one that was taken along is erased', () => {
  const { press, said, training } = makeKeys();
  press('Home', '1');
  press('2', 'm', 'Delete', 'ArrowRight');
  const before = training();
  press('m');
  expect(said()).toBe('The samples have changed meanwhile: nothing was done.');
  expect(training()).toBe(before);
});

it('selects a rectangle that arrows make, and acts on the selection', () => {
  const { press, said, training, drawing, cursor } = makeKeys();
  cursor.point({ x: -0.5, y: 0.5 });
  for (let i = 0; i < 30; i++) press('ArrowUp');
  press('s');
  for (let i = 0; i < 100; i++) press('ArrowRight', 'ArrowDown');
  press('s');
  expect(said()).toBe('1 selected.');
  expect([...drawing.selected.training]).toEqual([1]);
  press('d');
  expect(training().labels).toHaveLength(3);
  press('t', 'Delete');
  expect(training().labels).toHaveLength(2);
});

it('leaves other keys alone', () => {
  const { press } = makeKeys();
  expect(press('7', 'e', 'x', ' ')).toEqual([false, false, false, false]);
});
