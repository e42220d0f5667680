import { flushSync } from 'svelte';
import { describe, expect, it, onTestFinished } from 'vitest';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

const moment = () => new Promise((resolve) => setTimeout(resolve));

function reading(read: () => unknown): void {
  onTestFinished(
    $effect.root(() => {
      $effect(() => void read());
    }),
  );
  flushSync();
}

describe('choosing', () => {
  it('watches nothing of a unit until one is chosen, then it and its activations', async () => {
    const { session, experiment } = steeredExperiment();
    const { inside } = experiment;
    reading(() => [inside.shownPicture, inside.activations]);
    await moment();
    expect(session.watches).toEqual([]);
    inside.choose({ column: 1, index: 6 });
    flushSync();
    await moment();
    expect(session.watches).toMatchObject([
      { kind: 'unit', layer: 0, unit: 6 },
      { kind: 'activations', layer: 0, unit: 6 },
    ]);
    inside.close();
    flushSync();
    await moment();
    expect(session.watches).toEqual([]);
  });

  it('chooses nothing that the network has no longer', () => {
    const { experiment } = steeredExperiment();
    const { inside, network } = experiment;
    inside.choose({ column: 1, index: 19, part: 1 });
    expect(inside.chosen).toEqual({ column: 1, index: 19, part: 1 });
    network.setLayer(0, { units: 4 });
    expect(inside.chosen).toEqual({ column: 1, index: 3 });
    network.toggleFeature('y');
    inside.choose({ column: 1, index: 0, part: 1 });
    expect(inside.chosen).toEqual({ column: 1, index: 0 });
    network.setLayerCount(0);
    expect(inside.chosenUnit).toBeUndefined();
  });

  it('of an output shows its weights, and no unit in the plot', () => {
    const { experiment } = steeredExperiment();
    experiment.inside.choose({ column: 2, index: 1 });
    expect(experiment.inside.parts).toHaveLength(21);
    expect(experiment.inside.chosenUnit).toBeUndefined();
  });
});

describe('pointing', () => {
  it('watches the unit at the mouse until it leaves, and then the chosen one again', async () => {
    const { session, experiment } = steeredExperiment();
    const { inside } = experiment;
    reading(() => inside.shownPicture);
    inside.choose({ column: 1, index: 6 });
    inside.point({ column: 1, index: 2 });
    flushSync();
    await moment();
    expect(inside.shown).toEqual({ column: 1, index: 2 });
    expect(session.watches).toMatchObject([{ kind: 'unit', layer: 0, unit: 2 }]);
    inside.point(undefined);
    flushSync();
    await moment();
    expect(inside.shown).toEqual({ column: 1, index: 6 });
    expect(session.watches).toMatchObject([{ kind: 'unit', layer: 0, unit: 6 }]);
  });

  it('shows an input over the window of the plot without asking the worker', async () => {
    const { session, experiment } = steeredExperiment();
    const { inside } = experiment;
    reading(() => inside.shownPicture);
    inside.point({ column: 0, index: 0 });
    flushSync();
    await moment();
    expect(session.watches).toEqual([]);
    const { values = [], resolution = 0 } = inside.shownPicture ?? {};
    const { left, right } = inside.plotWindow;
    // The first input is x: the same in each column of cells, from the left end to the right one.
    expect(values).toHaveLength(resolution ** 2);
    expect(Math.abs((values[0] ?? NaN) - left)).toBeLessThan((right - left) / resolution);
    expect(values[resolution - 1]).toBeCloseTo(left + right - (values[0] ?? NaN), 4);
    expect(values[resolution]).toBe(values[0]);
  });

  it('at a weight or an output leaves the plot as it is', () => {
    const { inside } = steeredExperiment().experiment;
    inside.point({ column: 1, index: 2, part: 0 });
    expect(inside.shown).toBeUndefined();
    inside.point({ column: 2, index: 1 });
    expect(inside.shown).toBeUndefined();
  });

  it('forgets a unit that the network has no longer', () => {
    const { inside, network } = steeredExperiment().experiment;
    inside.point({ column: 1, index: 19 });
    network.setLayer(0, { units: 4 });
    expect([inside.pointed, inside.shown]).toEqual([undefined, undefined]);
  });
});

describe('keys', () => {
  it('go in with Enter and out with Escape, step by step', () => {
    const { experiment } = steeredExperiment();
    const { inside } = experiment;
    expect(inside.key('Escape')).toBe(false);
    inside.key('ArrowDown');
    expect([inside.place, inside.chosen]).toEqual([{ column: 1, index: 1 }, undefined]);
    inside.key('Enter');
    expect(inside.chosen).toEqual({ column: 1, index: 1 });
    inside.key('ArrowDown');
    inside.key('ArrowDown');
    expect(inside.chosen).toEqual({ column: 1, index: 1, part: 0 });
    expect(inside.key('Escape')).toBe(true);
    expect(inside.chosen).toEqual({ column: 1, index: 1 });
    inside.key('Escape');
    expect(inside.chosen).toBeUndefined();
  });

  it('switch an input at which they are', () => {
    const { experiment } = steeredExperiment();
    const { inside, network } = experiment;
    inside.key('ArrowLeft');
    inside.key('End');
    expect(inside.nameOf(inside.place)).toBe('cos y');
    inside.key('Enter');
    expect(network.specification.features).toEqual(['x', 'y', 'cosy']);
    expect(inside.chosen).toBeUndefined();
  });
});

it('knows where in the parameters each weight and bias is', () => {
  const { experiment } = steeredExperiment();
  const { inside, network } = experiment;
  network.set({ features: ['y', 'xy'], hidden: [{ units: 3, activation: 'relu' }] });
  // Weights [input][unit] of the hidden layer, its biases, then those of the outputs.
  expect(inside.parameterIndex({ column: 1, index: 2, part: 1 })).toBe(2);
  expect(inside.parameterIndex({ column: 1, index: 2, part: 4 })).toBe(5);
  expect(inside.parameterIndex({ column: 1, index: 2, part: 'bias' })).toBe(8);
  expect(inside.parameterIndex({ column: 2, index: 1, part: 2 })).toBe(9 + 2 * 2 + 1);
  expect(inside.parameterIndex({ column: 2, index: 1, part: 'bias' })).toBe(16);
  // x is off; inputs have no parameters; a node alone is none.
  expect(inside.parameterIndex({ column: 1, index: 0, part: 0 })).toBeUndefined();
  expect(inside.parameterIndex({ column: 0, index: 0, part: 'bias' })).toBeUndefined();
  expect(inside.parameterIndex({ column: 1, index: 0 })).toBeUndefined();
});

it('gives a layer back its units when it was taken away and comes again', () => {
  const { experiment } = steeredExperiment();
  const { network } = experiment;
  const units = () => network.specification.hidden.map((layer) => layer.units);
  network.setLayerCount(3);
  network.setLayer(1, { units: 7 });
  network.setLayer(2, { units: 5 });
  network.setLayerCount(0);
  network.setLayerCount(1);
  expect(units()).toEqual([20]);
  network.setLayerCount(4);
  expect(units()).toEqual([20, 7, 5, 5]);
});
