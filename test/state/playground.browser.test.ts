import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/state/settings.ts';
import { Playground } from '../../src/state/playground.svelte.ts';
import type { Command, Frame, SampleSets, SessionEvent } from '../../src/training/messages.ts';

let sent: Command[];
let playground: Playground;
let deliver: (report: object) => void;

beforeEach(() => {
  sent = [];
  playground = new Playground(
    { settings: defaultSettings, problems: ['One problem.'] },
    (receive) => {
      deliver = (report) => receive({ run: sent.at(-1)?.run ?? 1, ...report } as SessionEvent);
      return { send: (command) => sent.push(command), dispose: () => undefined };
    },
  );
});

/** All samples of a set said to be blue with that probability. */
function certain(labels: Uint8Array, blue: number): Float32Array {
  return Float32Array.from({ length: 2 * labels.length }, (_, i) =>
    i % 2 === 0 ? 1 - blue : blue,
  );
}

function frameAt(
  epoch: number,
  position = 0,
  { training, evaluation }: SampleSets = playground.samples,
): Frame {
  return {
    progress: { step: 20 * epoch, epoch, position, updates: 20 * epoch },
    stepsPerEpoch: 20,
    losses: { training: 0.5, evaluation: 0.25 },
    probabilities: {
      training: certain(training.labels, 0.6),
      evaluation: certain(evaluation.labels, 0.6),
    },
    field: new Float32Array(4).fill(0.6),
    resolution: 2,
    window: playground.window,
    stepsPerSecond: 0,
  };
}

describe('Playground, the network', () => {
  it('adds layers like the last one, and takes them off the end', () => {
    playground.setLayerCount(3);
    playground.setLayer(1, { units: 7, activation: 'tanh' });
    expect(playground.network.hidden.map(({ units }) => units)).toEqual([20, 7, 20]);
    expect(playground.commonActivation).toBeUndefined();
    playground.setActivation('sine');
    expect(playground.commonActivation).toBe('sine');
    playground.setLayerCount(0);
    expect(playground.network.hidden).toEqual([]);
    playground.setLayerCount(99);
    expect(playground.network.hidden).toHaveLength(8);
  });

  it('keeps at least one input', () => {
    playground.toggleFeature('x');
    playground.toggleFeature('y');
    expect(playground.network.features).toEqual(['y']);
  });
});

describe('Playground, the course of a run', () => {
  it('goes on for as many epochs again once all are done', () => {
    expect(playground.lastEpoch).toBe(30);
    deliver({ kind: 'frame', frame: frameAt(30) });
    expect(playground.lastEpoch).toBe(30);
    deliver({ kind: 'frame', frame: frameAt(30, 50) });
    expect(playground.lastEpoch).toBe(60);
    playground.setStopping({ epochs: 0 });
    expect(playground.lastEpoch).toBe(0);
  });

  it('has the rate of the running epoch', () => {
    playground.setTraining({ schedule: 'exponential', scheduleHyperparameters: { decay: 0.5 } });
    expect(playground.presentRate).toBe(0.01);
    deliver({ kind: 'frame', frame: frameAt(2) });
    expect(playground.presentRate).toBe(0.0025);
  });

  it('sums up at a pause, and is silent in between', () => {
    expect(playground.announcement).toBe('');
    deliver({ kind: 'phase', phase: 'training', reason: '' });
    const atFirst = playground.announcement;
    deliver({ kind: 'frame', frame: frameAt(3) });
    expect(playground.announcement).toBe(atFirst);
    deliver({ kind: 'phase', phase: 'paused', reason: '' });
    expect(playground.announcement).toBe(
      'paused at iteration #60. Epoch 3, training loss 0.500, ' +
        'accuracy 0.500 on the training set, 0.500 on the evaluation set.',
    );
  });

  it('steps only where a step can be made', () => {
    playground.step('step');
    expect(sent.at(-1)?.kind).toBe('start');
    deliver({ kind: 'phase', phase: 'ready', reason: '' });
    playground.step('epoch');
    expect(sent.at(-1)).toMatchObject({ kind: 'step', unit: 'epoch' });
  });
});

describe('Playground, what is shown', () => {
  it('moves decisions with the threshold, for either positive class', () => {
    deliver({ kind: 'frame', frame: frameAt(1) });
    expect([...(playground.evaluations.evaluation?.confusion ?? [])]).toEqual([0, 100, 0, 100]);
    playground.show({ threshold: 0.7 });
    expect([...(playground.evaluations.evaluation?.confusion ?? [])]).toEqual([100, 0, 100, 0]);
    expect(playground.thresholdOfBlue).toBe(0.7);
    playground.show({ threshold: 0.3, positiveClass: 0 });
    expect([...(playground.evaluations.evaluation?.confusion ?? [])]).toEqual([100, 0, 100, 0]);
    expect(playground.thresholdOfBlue).toBe(0.7);
  });

  it('counts the wrong ones among the samples that are shown', () => {
    deliver({ kind: 'frame', frame: frameAt(1) });
    expect(playground.wrongCount).toBeCloseTo(500, 6);
    playground.show({ showEvaluation: true });
    expect(playground.wrongCount).toBeCloseTo(600, 6);
  });

  it('says a note on both sets once', () => {
    deliver({ kind: 'frame', frame: frameAt(1) });
    expect(playground.evaluationNotes).toEqual([
      'Class 0 was never predicted, so its precision counts as 0.',
    ]);
  });

  it('warns until it is told that it was read', () => {
    deliver({ kind: 'refused', command: 'engine', message: 'There is no WebGL.' });
    expect(playground.warnings).toEqual(['There is no WebGL.', 'One problem.']);
    playground.dismissWarnings();
    expect(playground.warnings).toEqual([]);
    deliver({ kind: 'phase', phase: 'diverged', reason: 'The rate is too high.' });
    expect(playground.warnings).toEqual(['The rate is too high.']);
    expect(playground.dismissable).toBe(false);
  });
});
