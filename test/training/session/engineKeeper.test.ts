import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../src/engines/chooseEngine.ts';
import { nothingFound } from '../../../src/engines/webgl/findings.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { EngineKeeper } from '../../../src/training/session/engineKeeper.ts';
import { initialSnapshot } from '../../../src/training/session/snapshots.ts';
import { smallSpecification, someSamples } from '../../support/networks.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

const { training, stopping } = articleConfiguration;

/** A run on 'webgl' that has trained for 3.5 seconds of 60 steps. */
async function halfTrained(): Promise<SteeredSession> {
  const steered = new SteeredSession();
  await steered.start({ engine: 'webgl', stepsPerFrame: 1 });
  await steered.command({ kind: 'train' });
  await steered.clock.pass(3500);
  return steered;
}

/** What an uninterrupted run comes to. */
async function undisturbed() {
  const steered = new SteeredSession();
  await steered.start();
  await steered.trainToTheEnd();
  return steered.snapshot;
}

describe('an engine that is lost', () => {
  it('is replaced by the SIMD one, which goes on from the last snapshot', async () => {
    const steered = await halfTrained();
    const kept = steered.snapshot.progress.step;
    expect(kept).toBeGreaterThan(150);
    steered.engine.lose();
    await steered.clock.pass(50);
    const troubles = steered.of('engine').filter(({ trouble }) => trouble);
    expect(troubles).toEqual([
      {
        kind: 'engine',
        session: 1,
        run: 1,
        engine: 'simd',
        trouble: true,
        reason:
          'The WebGL engine stopped (The graphics processor was lost); ' +
          `training goes on from step ${kept} in WebAssembly.`,
      },
    ]);
    expect(steered.engines.map(({ name }) => name)).toEqual(['webgl', 'simd']);
    expect(steered.engines[0].disposed).toBe(true);
    expect(steered.phase).toBe('training');
    await steered.rests();
    expect(steered.phase).toBe('finished');
    expect(steered.snapshot).toEqual(await undisturbed());
  });

  it('is noticed at the next order while the run rests', async () => {
    const steered = await halfTrained();
    await steered.command({ kind: 'pause' });
    const { step } = steered.snapshot.progress;
    steered.engine.lose();
    await steered.command({ kind: 'step', unit: 'step' });
    await steered.clock.pass(100);
    expect(steered.frame.progress.step).toBe(step + 1);
    expect(steered.of('engine').at(-1)?.trouble).toBe(true);
  });

  it('loses no change that came with the loss', async () => {
    const steered = await halfTrained();
    steered.engine.lose();
    const adam = { ...training, updater: 'adam', hyperparameters: {} };
    await steered.command({ kind: 'changeTraining', training: adam, stopping });
    expect(steered.engine.name).toBe('simd');
    expect(steered.engine.specification.training.updater).toBe('adam');
    await steered.rests();
    expect(steered.phase).toBe('finished');
    expect(steered.snapshot.progress.step).toBe(600);
  });

  it('ends the run when it is the SIMD one, until another is chosen', async () => {
    const steered = new SteeredSession();
    await steered.start();
    await steered.command({ kind: 'train' });
    await steered.clock.pass(50);
    steered.engine.lose();
    await steered.clock.pass(50);
    expect(steered.phase).toBe('failed');
    expect(steered.reason).toBe('Training cannot continue: The graphics processor was lost.');
    await steered.command({ kind: 'train' });
    expect(steered.of('refused').at(-1)?.command).toBe('train');
    await steered.command({ kind: 'changeEngine', engine: 'webgl' });
    expect(steered.phase).toBe('ready');
    await steered.trainToTheEnd();
    expect(steered.snapshot).toEqual(await undisturbed());
  });
});

describe('an engine that cannot be had', () => {
  it('is replaced by the SIMD one from the start', async () => {
    const steered = new SteeredSession();
    steered.missing.add('webgl');
    await steered.start({ engine: 'auto' });
    expect(steered.of('engine')).toEqual([
      {
        kind: 'engine',
        session: 1,
        run: 1,
        engine: 'simd',
        trouble: true,
        reason:
          'The WebGL engine cannot run here (There is no webgl here); ' +
          'training begins in WebAssembly.',
      },
    ]);
    expect(steered.phase).toBe('ready');
  });

  it('fails the run when there is none at all', async () => {
    const steered = new SteeredSession();
    steered.missing.add('webgl').add('simd');
    await steered.start({ engine: 'auto' });
    expect(steered.phases).toEqual(['starting', 'failed']);
    expect(steered.reason).toBe('Training cannot continue: There is no simd here.');
  });
});

describe('what is found out about the engines', () => {
  const findings = { webgl: nothingFound, selfTests: {} };

  /** A session that takes WebGL as soon as anything is known. */
  function unexamined(): SteeredSession {
    const steered = new SteeredSession();
    steered.pick = (choice, known) => (known && choice === 'auto' ? 'webgl' : 'simd');
    return steered;
  }

  it('moves a run that trains to the better engine, at the very step', async () => {
    const steered = unexamined();
    await steered.start({ engine: 'auto', stepsPerFrame: 1 });
    await steered.command({ kind: 'train' });
    await steered.clock.pass(1000);
    const { step } = steered.engine.progress();
    expect([steered.engine.name, step > 30]).toEqual(['simd', true]);
    await steered.command({ kind: 'changeEngine', engine: 'auto', findings });
    expect(steered.engines.map(({ name }) => name)).toEqual(['simd', 'webgl']);
    expect(steered.engine.progress().step).toBe(step);
    expect(steered.phase).toBe('training');
    await steered.rests();
    expect(steered.snapshot).toEqual(await undisturbed());
  });

  it('is remembered when only the choice changes', async () => {
    const steered = unexamined();
    await steered.start({ engine: 'simd' });
    await steered.command({ kind: 'changeEngine', engine: 'simd', findings });
    await steered.command({ kind: 'changeEngine', engine: 'auto' });
    expect(steered.engine.name).toBe('webgl');
  });

  it('counts from the start where it is known', async () => {
    const steered = unexamined();
    await steered.start({ engine: 'auto', findings });
    expect(steered.engines.map(({ name }) => name)).toEqual(['webgl']);
  });

  it('saves a run that could not start without it', async () => {
    const steered = unexamined();
    steered.missing.add('simd');
    await steered.start({ engine: 'auto' });
    expect(steered.phase).toBe('failed');
    await steered.command({ kind: 'changeEngine', engine: 'auto', findings });
    expect(steered.phase).toBe('ready');
    await steered.trainToTheEnd();
    expect(steered.snapshot).toEqual(await undisturbed());
  });

  it('ends the run where it speaks against the only engine left', async () => {
    const steered = new SteeredSession();
    steered.pick = () => 'webgl';
    await steered.start({ engine: 'simd', findings });
    steered.engine.lose();
    await steered.command({ kind: 'step', unit: 'step' });
    await steered.clock.pass(100);
    expect(steered.engines).toHaveLength(1);
    expect(steered.phase).toBe('failed');
    expect(steered.reason).toBe('Training cannot continue: The graphics processor was lost.');
  });
});

describe('another engine', () => {
  it('takes the run over where it is, while training', async () => {
    const steered = await halfTrained();
    const { step } = steered.frame.progress;
    await steered.command({ kind: 'changeEngine', engine: 'simd' });
    expect(steered.of('engine').at(-1)).toEqual({
      kind: 'engine',
      session: 1,
      run: 1,
      engine: 'simd',
      reason: 'The simd engine was chosen.',
    });
    expect(steered.engine.progress().step).toBeGreaterThanOrEqual(step);
    expect(steered.phase).toBe('training');
    await steered.rests();
    expect(steered.snapshot).toEqual(await undisturbed());
  });

  it('is not made when it already runs, and nothing is drawn again', async () => {
    const steered = await halfTrained();
    await steered.command({ kind: 'pause' });
    await steered.clock.pass(100);
    const frames = steered.frames.length;
    await steered.command({ kind: 'changeEngine', engine: 'auto' });
    await steered.clock.pass(100);
    expect(steered.engines).toHaveLength(1);
    expect(steered.of('engine')).toHaveLength(2);
    expect(steered.frames).toHaveLength(frames);
  });

  it('takes the run over for a mini-batch that is too large for it, and gives it back', async () => {
    const steered = new SteeredSession();
    steered.pick = (_choice, _findings, { training: { batchSize } }) =>
      batchSize > 60 ? 'simd' : 'webgl';
    await steered.start();
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    const large = { ...training, updater: 'adam', hyperparameters: {}, batchSize: 100 };
    await steered.command({ kind: 'changeTraining', training: large, stopping });
    expect(steered.engine.name).toBe('simd');
    expect(steered.engine.specification.training).toEqual(large);
    expect(steered.engine.progress()).toMatchObject({ step: 20, updates: 0 });
    await steered.command({ kind: 'step', unit: 'step' });
    await steered.clock.pass(100);
    await steered.command({ kind: 'changeTraining', training, stopping });
    expect(steered.engines.map(({ name }) => name)).toEqual(['webgl', 'simd', 'webgl']);
    expect(steered.engine.progress()).toMatchObject({ step: 21, position: 100 });
    expect(steered.of('engine').some(({ trouble }) => trouble)).toBe(false);
  });

  it('is spoken of again when the same one runs for another reason, but not after trouble', async () => {
    const steered = await halfTrained();
    const configure = (rate: number) =>
      steered.command({ kind: 'changeTraining', training: { ...training, rate }, stopping });
    await configure(0.02);
    expect(steered.of('engine')).toHaveLength(1);
    steered.because = 'suits this mini-batch';
    await configure(0.03);
    const reasons = () => steered.of('engine').map(({ reason }) => reason);
    expect(reasons().slice(1)).toEqual(['The webgl engine suits this mini-batch.']);
    steered.engine.lose();
    await configure(0.04);
    await configure(0.05);
    expect(reasons().slice(2)).toEqual([expect.stringMatching(/^The WebGL engine stopped/)]);
  });

  it('that cannot be had leaves the run to the SIMD one, where it is', async () => {
    const steered = new SteeredSession();
    steered.missing.add('webgl');
    await steered.start();
    await steered.command({ kind: 'step', unit: 'epoch' });
    await steered.clock.pass(100);
    await steered.command({ kind: 'changeEngine', engine: 'webgl' });
    expect(steered.of('engine').at(-1)?.reason).toMatch(/goes on from step 20 in WebAssembly/);
    await steered.trainToTheEnd();
    expect(steered.snapshot).toEqual(await undisturbed());
  });
});

describe('other samples', () => {
  const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
  const samples = { training: someSamples(70), evaluation: someSamples(30) };
  const others = { training: someSamples(90, 2, 8), evaluation: someSamples(20, 2, 9) };

  /** A keeper whose engine has made 7 steps, which is one epoch and two steps. */
  async function trainedKeeper(): Promise<EngineKeeper> {
    const snapshot = initialSnapshot(specification);
    const keeper = new EngineKeeper(
      { specification, samples, snapshot },
      chooseEngine,
      () => undefined,
    );
    await keeper.open('auto');
    await keeper.use((engine) => engine.train(7));
    return keeper;
  }

  it('end the epoch, leave weights and updater state, and are kept at once', async () => {
    const keeper = await trainedKeeper();
    const before = await keeper.use((engine) => engine.snapshot());
    expect(before.progress).toEqual({ step: 7, epoch: 1, position: 32, updates: 7 });
    expect(await keeper.changeSamples(others)).toBe(true);
    const progress = { step: 7, epoch: 2, position: 0, updates: 7 };
    expect(keeper.kept).toEqual({ ...before, progress });
    expect(keeper.progress()).toEqual(progress);
    for (const [set, size] of [['training', 90] as const, ['evaluation', 20] as const]) {
      const probabilities = await keeper.use((engine) => engine.probabilities(set));
      expect(probabilities).toHaveLength(2 * size);
    }
  });

  it('are refused when this network cannot learn from them, and nothing changes', async () => {
    const keeper = await trainedKeeper();
    const before = await keeper.use((engine) => engine.snapshot());
    const none = someSamples(0);
    for (const [refused, message] of [
      [{ ...others, training: none }, /^training set: expected at least 1 sample, got none$/],
      [{ ...others, training: someSamples(90, 3) }, /^samples: expected labels from 0 to 1, got 2/],
      [{ ...others, evaluation: someSamples(9, 3) }, /^samples: expected labels from 0 to 1/],
    ] as const) {
      await expect(keeper.changeSamples(refused)).rejects.toThrow(message);
    }
    expect(await keeper.use((engine) => engine.snapshot())).toEqual(before);
    const probabilities = await keeper.use((engine) => engine.probabilities('training'));
    expect(probabilities).toHaveLength(140);
  });
});
