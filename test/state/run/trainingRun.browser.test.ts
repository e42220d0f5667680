import { beforeEach, describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { Snapshot } from '../../../src/learning/engine.ts';
import { TrainingRun } from '../../../src/state/run/trainingRun.svelte.ts';
import type { SampleSets } from '../../../src/training/protocol/commands.ts';
import { PageClockDouble } from '../../support/pageClockDouble.ts';
import { lossAt, SessionDouble } from '../../support/sessionDouble.ts';

const samples: SampleSets = {
  training: { points: new Float32Array(40), labels: new Uint8Array(20) },
  evaluation: { points: new Float32Array(2), labels: new Uint8Array(1) },
};

function snapshotAt(step: number): Snapshot {
  return {
    progress: { step, epoch: 0, position: 0, updates: step },
    parameters: new Float32Array(102),
    updaterState: new Float32Array(102),
  };
}

function frameAt(step: number) {
  const epoch = Math.floor(step / 20);
  return {
    progress: { step, epoch, position: step % 20, updates: step },
    lossPoints: [lossAt(step / 20)],
  };
}

let session: SessionDouble;
let clock: PageClockDouble;
let run: TrainingRun;

beforeEach(() => {
  session = new SessionDouble();
  clock = new PageClockDouble();
  run = new TrainingRun(session.connect, { engine: 'simd', stepsPerFrame: 1 }, clock);
  run.start(articleConfiguration, samples);
});

describe('TrainingRun, commands', () => {
  it('numbers its runs and sends each command with the number and the session', () => {
    run.train();
    run.start(articleConfiguration, samples);
    run.pause();
    expect(session.sent.map(({ kind, session: id, run: number }) => [kind, id, number])).toEqual([
      ['start', 7, 1],
      ['train', 7, 1],
      ['start', 7, 2],
      ['pause', 7, 2],
    ]);
  });

  it('starts with the engine and the speed that were chosen last', () => {
    run.setSpeed(20);
    run.engine.choose('webgl');
    run.start(articleConfiguration, samples);
    expect(session.sent.at(-1)).toMatchObject({ engine: 'webgl', stepsPerFrame: 20 });
  });

  it('takes one step or epoch upon the other, but none while it trains on', () => {
    run.step('epoch');
    session.phase('training');
    run.step('epoch');
    run.train();
    session.phase('training');
    run.step('step');
    session.phase('diverged', 'The rate is too high.');
    run.step('step');
    expect(session.kinds).toEqual(['start', 'step', 'step', 'train']);
  });

  it('trains and pauses by one and the same act', () => {
    run.toggle();
    run.toggle();
    expect(session.kinds).toEqual(['start', 'train', 'pause']);
  });

  it('replaces the samples without a new start', () => {
    const others = {
      ...samples,
      training: { points: new Float32Array(8), labels: new Uint8Array(4) },
    };
    run.changeSamples(others);
    expect(session.kinds).toEqual(['start', 'changeSamples']);
    expect(session.of('changeSamples')[0]).toMatchObject({ samples: others, samplesVersion: 2 });
    run.start(articleConfiguration, others);
    expect(session.of('start').at(-1)).toMatchObject({ samplesVersion: 2 });
  });

  it('offers the last good snapshot once there is one', () => {
    const snapshot = snapshotAt(3);
    run.restoreLastGood();
    expect(session.kinds).toEqual(['start']);
    session.deliver({ kind: 'snapshot', snapshot });
    run.restoreLastGood();
    expect(session.sent.at(-1)).toMatchObject({ kind: 'restore', snapshot });
  });

  it('knows the rate of the running epoch and the epoch at which training ends', () => {
    expect([run.currentRate, run.lastEpoch]).toEqual([0.01, 30]);
    const schedule = { schedule: 'exponential', scheduleHyperparameters: { decay: 0.5 } };
    run.changeTraining(
      { ...articleConfiguration.training, ...schedule },
      {
        ...articleConfiguration.stopping,
        epochs: 2,
      },
    );
    session.frame(frameAt(50));
    expect([run.currentRate, run.lastEpoch]).toEqual([0.0025, 4]);
  });
});

describe('TrainingRun, acknowledging frames', () => {
  const acknowledged = () => session.of('acknowledge').map(({ frame }) => frame);

  it('acknowledges a frame at a slow beat while nothing is shown of it', () => {
    session.frame({ number: 1 });
    clock.paint();
    clock.wait(249);
    expect(acknowledged()).toEqual([]);
    clock.wait(1);
    expect(acknowledged()).toEqual([1]);
  });

  it('acknowledges no frame of an older run', () => {
    session.frame({ number: 1 });
    run.start(articleConfiguration, samples);
    clock.wait(1000);
    expect(acknowledged()).toEqual([]);
    session.frame({ number: 1 }, 1);
    clock.wait(1000);
    expect(acknowledged()).toEqual([]);
    session.frame({ number: 1 });
    clock.wait(1000);
    expect(session.of('acknowledge')).toMatchObject([{ run: 2, frame: 1 }]);
  });

  it('says that it is shown with the first acknowledgement, or when it cannot be', async () => {
    let shown = false;
    void run.shown.then(() => (shown = true));
    session.frame({ number: 1 });
    await Promise.resolve();
    expect(shown).toBe(false);
    clock.wait(250);
    clock.wait(0); // it does not delay the paint
    await Promise.resolve();
    expect(shown).toBe(true);

    const other = new SessionDouble();
    const failing = new TrainingRun(other.connect, { engine: 'auto', stepsPerFrame: 1 }, clock);
    failing.start(articleConfiguration, samples);
    other.phase('failed', 'There is no engine.');
    await expect(failing.shown).resolves.toBeUndefined();
  });

  it('acknowledges nothing once it is disposed of', () => {
    session.frame({ number: 1 });
    run.dispose();
    clock.wait(1000);
    expect(acknowledged()).toEqual([]);
    expect(session.ended).toBe(true);
  });
});

describe('TrainingRun, the model', () => {
  it('resolves with the files that come', async () => {
    const waiting = run.model();
    const files = { name: 'edgewise', modelJson: '{}', weights: new ArrayBuffer(4), note: '' };
    session.deliver({ kind: 'model', files });
    await expect(waiting).resolves.toEqual(files);
  });

  it('rejects when it is refused, and when the run ends', async () => {
    const refused = run.model();
    session.deliver({ kind: 'refused', command: 'save', message: 'There is no model yet.' });
    await expect(refused).rejects.toThrow('There is no model yet.');
    expect(run.state.notice).toBe('There is no model yet.');
    const ended = run.model();
    run.start(articleConfiguration, samples);
    await expect(ended).rejects.toThrow('has ended');
  });
});

describe('TrainingRun, what comes back', () => {
  it('drops what an older run still sends', () => {
    run.start(articleConfiguration, samples);
    session.frame(frameAt(40), 1);
    session.deliver({ kind: 'phase', phase: 'finished', reason: 'late' }, 1);
    expect(run.state.progress).toBeUndefined();
    expect(run.state.phase).toBe('starting');
  });

  it('keeps the last frame over a reset, but not over a start with other samples', () => {
    session.frame(frameAt(5));
    run.start(articleConfiguration, samples);
    expect(run.state.progress?.step).toBe(5);
    run.start(articleConfiguration, { ...samples });
    expect(run.state.progress).toBeUndefined();
  });

  it('tells which engine runs and why, and of trouble with it in a notice', () => {
    session.deliver({ kind: 'engine', engine: 'webgl', reason: 'A graphics processor answers.' });
    expect(run.engine.name).toBe('webgl');
    expect(run.engine.reason).toBe('A graphics processor answers.');
    expect(run.state.notice).toBe('');
    const lost = { engine: 'simd', reason: 'The context was lost.', trouble: true } as const;
    session.deliver({ kind: 'engine', ...lost });
    expect(run.state.notice).toBe('The context was lost.');
  });
});
