import { beforeEach, describe, expect, it } from 'vitest';
import { RunState } from '../../../src/state/run/runState.svelte.ts';
import type { Phase } from '../../../src/training/protocol/events.ts';
import type { Frame } from '../../../src/training/protocol/frame.ts';
import { lossAt } from '../../support/sessionDouble.ts';

let now: number;
let state: RunState;

beforeEach(() => {
  now = 0;
  state = new RunState(() => now);
  state.trainingSize = 20;
});

const enter = (phase: Phase, reason = '') => state.receive({ kind: 'phase', phase, reason });

function receiveFrame(step: number, training = 0.5): void {
  const epoch = Math.floor(step / 20);
  const frame: Frame = {
    number: step,
    progress: { step, epoch, position: step % 20, updates: step },
    stepsPerEpoch: 20,
    samplesVersion: 1,
    lossPoints: [lossAt(step / 20, training)],
    stepsPerSecond: 60,
    pictures: {},
  };
  state.receive({ kind: 'frame', frame });
}

function keepSnapshot(step: number): void {
  const progress = { step, epoch: 0, position: 0, updates: step };
  const empty = new Float32Array(0);
  state.receive({
    kind: 'snapshot',
    snapshot: { progress, parameters: empty, updaterState: empty },
  });
}

describe('RunState', () => {
  it('says no more what was said of the run before it failed', () => {
    const reason = 'The training worker stopped unexpectedly; training continues from step 240.';
    state.receive({ kind: 'engine', engine: 'simd', reason, trouble: true });
    expect(state.notice).toBe(reason);
    enter('failed', 'The training worker stopped 3 times within a minute; reset to try again.');
    state.receive({ kind: 'refused', command: 'save', message: 'The model was not saved.' });
    expect(state.notice).toBe('The model was not saved.');
    enter('failed', 'It has failed again.');
    expect(state.notice).toBe('');
  });

  it('is under way from the moment training is asked for', () => {
    expect(state.underWay).toBe(false);
    state.askTraining();
    expect([state.underWay, state.training, state.steppable]).toEqual([true, false, false]);
    enter('ready');
    expect(state.underWay).toBe(true);
    enter('training');
    enter('finished', 'All epochs are done.');
    expect(state.underWay).toBe(false);
    state.askTraining();
    state.receive({ kind: 'refused', command: 'train', message: 'It has diverged.' });
    expect([state.underWay, state.notice]).toEqual([false, 'It has diverged.']);
    state.askTraining();
    state.askRest();
    expect(state.underWay).toBe(false);
    state.askTraining();
    state.begin();
    expect([state.underWay, state.notice]).toEqual([false, '']);
  });

  it('can take a step at rest and upon a step, and none when it is stuck', () => {
    expect(state.steppable).toBe(true);
    state.askSingle();
    enter('training');
    expect(state.steppable).toBe(true);
    enter('diverged', 'The rate is too high.');
    expect([state.steppable, state.stuck]).toEqual([false, true]);
  });

  it('speaks the words of the article', () => {
    enter('training');
    expect(state.statusWords).toBe('training model…');
    receiveFrame(240);
    expect(state.statusWords).toBe('Running iteration #240');
    keepSnapshot(600);
    enter('finished', 'All epochs are done.');
    expect(state.statusWords).toBe('evaluating model…');
    receiveFrame(600);
    expect(state.statusWords).toBe('model evaluation result');
  });

  it('counts epochs with the fraction of the running one', () => {
    receiveFrame(50);
    expect(state.epochs).toBe(2.5);
  });

  it('collects the losses and begins again with a new run', () => {
    for (const step of [0, 10, 20]) receiveFrame(step);
    expect(state.curve.points.map((point) => point.epoch)).toEqual([0, 0.5, 1]);
    expect(state.losses).toEqual(lossAt(1));
    state.begin();
    expect(state.curve.points).toEqual([]);
  });

  it('draws the curves a few times a second, and tells the newest losses meanwhile', () => {
    enter('training');
    now = 1000;
    receiveFrame(0);
    receiveFrame(10, 0.25);
    expect(state.curve.points).toHaveLength(1);
    expect(state.curve.newest).toEqual(lossAt(0.5, 0.25));
    now = 1250;
    receiveFrame(20);
    expect(state.curve.points).toHaveLength(3);
  });

  it('keeps curves and numbers calm where little motion is wanted', () => {
    state.curve.setCalm(true);
    enter('training');
    now = 1000;
    receiveFrame(0);
    now = 1499;
    receiveFrame(10);
    expect([state.curve.points.length, state.curve.newest?.epoch]).toEqual([1, 0]);
    enter('paused');
    expect([state.curve.points.length, state.curve.newest?.epoch]).toEqual([2, 0.5]);
  });
});
