import { beforeEach, describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { Snapshot } from '../../../src/learning/engine.ts';
import { TrainingRun } from '../../../src/state/run/trainingRun.svelte.ts';
import type {
  Command,
  Frame,
  SampleSets,
  SessionEvent,
} from '../../../src/training/protocol/messages.ts';

const samples: SampleSets = {
  training: { points: new Float32Array(40), labels: new Uint8Array(20) },
  evaluation: { points: new Float32Array(2), labels: new Uint8Array(1) },
};
const view = {
  window: { left: 0, right: 1, bottom: 0, top: 1 },
  resolution: 2,
  restResolution: 4,
};
const start = {
  configuration: articleConfiguration,
  samples,
  engine: 'simd',
  stepsPerFrame: 1,
  view,
} as const;

function frameAt(step: number): Frame {
  return {
    progress: { step, epoch: Math.floor(step / 20), position: step % 20, updates: step },
    stepsPerEpoch: 20,
    losses: { training: 0.5, evaluation: 0.6 },
    probabilities: { training: new Float32Array(4), evaluation: new Float32Array(2) },
    field: new Float32Array(4),
    resolution: 2,
    window: view.window,
    stepsPerSecond: 60,
  };
}

function snapshotAt(step: number): Snapshot {
  return {
    progress: { step, epoch: 0, position: 0, updates: step },
    parameters: new Float32Array(102),
    updaterState: new Float32Array(102),
  };
}

let sent: Command[];
let run: TrainingRun;
let deliver: (event: SessionEvent) => void;

beforeEach(() => {
  sent = [];
  run = new TrainingRun((receive) => {
    deliver = receive;
    return { send: (command) => sent.push(command), dispose: () => undefined };
  });
  run.start(start);
});

describe('TrainingRun', () => {
  it('numbers its runs and sends each command with the number', () => {
    run.train();
    run.start(start);
    run.pause();
    expect(sent.map(({ kind, run: number }) => [kind, number])).toEqual([
      ['start', 1],
      ['train', 1],
      ['start', 2],
      ['pause', 2],
    ]);
  });

  it('knows that training is under way from the moment it is asked for', () => {
    expect(run.underWay).toBe(false);
    run.train();
    expect([run.underWay, run.training, run.steppable]).toEqual([true, false, false]);
    deliver({ run: 1, kind: 'phase', phase: 'ready', reason: '' });
    expect(run.underWay).toBe(true);
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    deliver({ run: 1, kind: 'phase', phase: 'finished', reason: 'All epochs are done.' });
    expect(run.underWay).toBe(false);
    run.train();
    deliver({ run: 1, kind: 'refused', command: 'train', message: 'It has diverged.' });
    expect(run.underWay).toBe(false);
    run.train();
    run.pause();
    expect(run.underWay).toBe(false);
    run.train();
    run.start(start);
    expect(run.underWay).toBe(false);
  });

  it('takes one step or epoch upon the other, but none while it trains on', () => {
    expect(run.steppable).toBe(true);
    run.step('epoch');
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    expect(run.steppable).toBe(true);
    run.train();
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    expect(run.steppable).toBe(false);
    deliver({ run: 1, kind: 'phase', phase: 'diverged', reason: 'The rate is too high.' });
    expect(run.steppable).toBe(false);
  });

  it('drops what an older run still sends', () => {
    run.start(start);
    deliver({ run: 1, kind: 'frame', frame: frameAt(40) });
    deliver({ run: 1, kind: 'phase', phase: 'finished', reason: 'late' });
    expect(run.frame).toBeUndefined();
    expect(run.phase).toBe('starting');
  });

  it('speaks the words of the article', () => {
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    expect(run.statusWords).toBe('training model…');
    deliver({ run: 1, kind: 'frame', frame: frameAt(240) });
    expect(run.statusWords).toBe('Running iteration #240');
    deliver({ run: 1, kind: 'snapshot', snapshot: snapshotAt(600) });
    deliver({ run: 1, kind: 'phase', phase: 'finished', reason: 'All epochs are done.' });
    expect(run.statusWords).toBe('evaluating model…');
    deliver({ run: 1, kind: 'frame', frame: frameAt(600) });
    expect(run.statusWords).toBe('model evaluation result');
  });

  it('hands back the buffers of the frame before the one that was painted', () => {
    const first = frameAt(1);
    deliver({ run: 1, kind: 'frame', frame: first });
    run.painted();
    deliver({ run: 1, kind: 'frame', frame: frameAt(2) });
    run.painted();
    const painted = sent.filter((command) => command.kind === 'painted');
    expect(painted.map((command) => command.buffers.length)).toEqual([0, 3]);
    expect(painted[1].buffers).toContain(first.field.buffer);
  });

  it('keeps the last frame over a reset, but not over a change of the samples', () => {
    deliver({ run: 1, kind: 'frame', frame: frameAt(5) });
    run.start(start);
    expect(run.frame?.progress.step).toBe(5);
    run.start({ ...start, samples: { ...samples } });
    expect(run.frame).toBeUndefined();
  });

  it('collects the losses and begins again with a new run', () => {
    for (const step of [0, 10, 20]) deliver({ run: 1, kind: 'frame', frame: frameAt(step) });
    expect(run.lossPoints.map((point) => point.epoch)).toEqual([0, 0.5, 1]);
    run.start(start);
    expect(run.lossPoints).toEqual([]);
  });

  it('tells the newest losses while the curves wait', () => {
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    deliver({ run: 1, kind: 'frame', frame: frameAt(0) });
    const frame = { ...frameAt(10), losses: { training: 0.25, evaluation: 0.3 } };
    deliver({ run: 1, kind: 'frame', frame });
    expect(run.lossPoints).toHaveLength(1);
    expect(run.newestLosses).toEqual({ epoch: 0.5, training: 0.25, evaluation: 0.3 });
  });

  it('tells of trouble with an engine, not of a choice', () => {
    deliver({ run: 1, kind: 'engine', engine: 'webgl', reason: 'A graphics processor answers.' });
    deliver({ run: 1, kind: 'engine', engine: 'simd', reason: 'You chose it.' });
    expect(run.notice).toBe('');
    const lost = { engine: 'simd', reason: 'The context was lost.', trouble: true } as const;
    deliver({ run: 1, kind: 'engine', ...lost });
    expect(run.notice).toBe('The context was lost.');
    run.dismissNotice();
    expect(run.notice).toBe('');
  });

  it('offers the last good snapshot once there is one', () => {
    const snapshot = snapshotAt(3);
    run.restoreLastGood();
    expect(sent.at(-1)?.kind).toBe('start');
    deliver({ run: 1, kind: 'snapshot', snapshot });
    expect(run.restorable).toBe(true);
    run.restoreLastGood();
    expect(sent.at(-1)).toMatchObject({ kind: 'restore', snapshot });
  });

  it('resolves the model with the files that come', async () => {
    const waiting = run.model();
    deliver({ run: 1, kind: 'model', modelJson: '{}', weights: new ArrayBuffer(408) });
    await expect(waiting).resolves.toMatchObject({ modelJson: '{}' });
  });

  it('rejects the model when it is refused, and when the run ends', async () => {
    const refused = run.model();
    deliver({ run: 1, kind: 'refused', command: 'save', message: 'There is no model yet.' });
    await expect(refused).rejects.toThrow('There is no model yet.');
    expect(run.notice).toBe('There is no model yet.');
    const ended = run.model();
    run.start(start);
    await expect(ended).rejects.toThrow('has ended');
  });
});
