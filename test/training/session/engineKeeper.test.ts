import { describe, expect, it } from 'vitest';
import { engineChooser } from '../../../src/engines/chooseEngine.ts';
import { type EngineEntry, engines } from '../../../src/engines/engines.ts';
import { createSimdEngine } from '../../../src/engines/simdEngine.ts';
import { nothingFound } from '../../../src/engines/webgl/findings.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { EventBody } from '../../../src/training/protocol/events.ts';
import { EngineKeeper } from '../../../src/training/session/engineKeeper.ts';
import { initialSnapshot } from '../../../src/training/session/snapshots.ts';
import { hiddenLayers, smallSpecification, someSamples } from '../../support/networks.ts';
import { SteeredSession } from '../../support/steeredSession.ts';
import { TimedEngine } from '../../support/timedEngine.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

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
  it('is replaced by the SIMD one, which continues from the last snapshot', async () => {
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
          `training continues from step ${kept} in WebAssembly.`,
      },
    ]);
    expect(steered.engines.map(({ name }) => name)).toEqual(['webgl', 'simd']);
    expect(steered.engines.map(({ disposed }) => disposed)).toEqual([true, false]);
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

  it('ends the run where it speaks against every engine that is left', async () => {
    const steered = new SteeredSession();
    await steered.start({ engine: 'webgl', findings });
    steered.pick = () => {
      throw new Error('No engine can do the arithmetic here.');
    };
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
    expect(steered.of('engine').at(-1)?.reason).toMatch(/continues from step 20 in WebAssembly/);
    await steered.trainToTheEnd();
    expect(steered.snapshot).toEqual(await undisturbed());
  });
});

describe('a keeper', () => {
  const specification = smallSpecification({}, { updater: 'adam', rate: 0.01 });
  const samples = { training: someSamples(70), evaluation: someSamples(30) };
  const others = { training: someSamples(90, 2, 8), evaluation: someSamples(20, 2, 9) };
  const findings = { webgl: nothingFound, selfTests: {} };

  /** Engines by any names, which compute as SIMD does; all that were made, and what was reported. */
  class Workshop {
    readonly made: TimedEngine[] = [];
    readonly reports: EventBody[] = [];
    /** Names of engines that cannot be made, and of those whose device is lost when they are. */
    readonly missing = new Set<string>();
    readonly doomed = new Set<string>();
    readonly keeper: EngineKeeper;
    readonly #clock = new VirtualClock();

    constructor(...names: string[]) {
      const snapshot = initialSnapshot(specification);
      const parts = { specification, samples, snapshot, findings };
      const choose = engineChooser(names.map((name) => this.#entry(name)));
      this.keeper = new EngineKeeper(parts, choose, (report) => this.reports.push(report));
    }

    /** Names of the engines that have not been disposed of. */
    get alive(): string[] {
      return this.made.filter(({ disposed }) => !disposed).map(({ name }) => name);
    }

    get running(): TimedEngine {
      const engine = this.made.at(-1);
      if (!engine) throw new Error('No engine was made yet.');
      return engine;
    }

    get reasons(): string[] {
      return this.reports.map((report) => ('reason' in report ? report.reason : ''));
    }

    #entry(name: string): EngineEntry {
      return {
        name,
        clause: `${name} does the arithmetic`,
        objection: () => undefined,
        create: async (...parts) => {
          if (this.missing.has(name)) throw new Error(`There is no ${name} here.`);
          const simd = await createSimdEngine(...parts);
          const engine = new TimedEngine(name, simd, this.#clock, { step: 0, cell: 0 });
          if (this.doomed.has(name)) engine.lose();
          this.made.push(engine);
          return engine;
        },
      };
    }
  }

  /** A workshop whose engine has made 7 steps, which is one epoch and two steps. */
  async function trained(...names: string[]): Promise<Workshop> {
    const workshop = new Workshop(...names);
    await workshop.keeper.open('auto');
    await workshop.keeper.use((engine) => engine.train(7));
    return workshop;
  }

  describe('with three engines', () => {
    it('takes the first, and each next one as they fail, until none is left', async () => {
      const workshop = await trained('webgpu', 'webgl', 'simd');
      const { keeper } = workshop;
      const { progress } = keeper.kept;
      for (const next of ['webgl', 'simd']) {
        workshop.running.lose();
        await keeper.use((engine) => engine.train(1));
        expect(workshop.alive).toEqual([next]);
        expect(keeper.progress().step).toBe(progress.step + 1);
      }
      expect(workshop.reasons).toEqual([
        'Webgpu does the arithmetic.',
        'The webgpu engine stopped (The graphics processor was lost); training begins in WebGL.',
        'The WebGL engine stopped (The graphics processor was lost); training begins in WebAssembly.',
      ]);
      workshop.running.lose();
      await expect(keeper.use((engine) => engine.train(1))).rejects.toThrow('was lost');
    });

    it('leaves out those that cannot be made, and says what failed first', async () => {
      const workshop = new Workshop('webgpu', 'webgl', 'simd');
      workshop.missing.add('webgpu').add('webgl');
      await workshop.keeper.open('auto');
      expect(workshop.alive).toEqual(['simd']);
      expect(workshop.reasons).toEqual([
        'The webgpu engine cannot run here (There is no webgpu here); training begins in WebAssembly.',
      ]);
    });

    it('tries a failed one again when the user chooses again', async () => {
      const workshop = await trained('webgpu', 'webgl', 'simd');
      workshop.running.lose();
      await workshop.keeper.keep();
      expect(workshop.alive).toEqual(['webgl']);
      expect(await workshop.keeper.configure(specification.training)).toBe(false);
      expect(await workshop.keeper.switchTo('auto')).toBe(true);
      expect(workshop.alive).toEqual(['webgpu']);
    });
  });

  describe('disposes of', () => {
    it('an engine when another takes its place', async () => {
      const workshop = await trained('webgl', 'simd');
      for (const name of ['simd', 'webgl', 'simd']) {
        await workshop.keeper.switchTo(name);
        expect(workshop.alive).toEqual([name]);
      }
      workshop.keeper.dispose();
      expect(workshop.alive).toEqual([]);
    });

    it('an engine that was made but did not take the run over', async () => {
      const workshop = new Workshop('webgl', 'simd');
      workshop.doomed.add('webgl');
      await workshop.keeper.open('auto');
      expect(workshop.made.map(({ name }) => name)).toEqual(['webgl', 'simd']);
      expect(workshop.alive).toEqual(['simd']);
    });
  });

  it('does not keep a state with a parameter that is not finite, even if the loss is', async () => {
    // Both coordinates are positive, so the unit with the infinite weight is dead: relu(−∞) = 0.
    const relu = smallSpecification({ hidden: hiddenLayers('relu', 3) });
    const training = { points: Float32Array.of(1, 2, 2, 1), labels: Uint8Array.of(0, 1) };
    const snapshot = initialSnapshot(relu);
    const parts = { specification: relu, samples: { training, evaluation: training }, snapshot };
    const keeper = new EngineKeeper(parts, engineChooser(engines), () => undefined);
    await keeper.open('auto');
    const parameters = snapshot.parameters.slice();
    parameters[0] = -Infinity;
    await keeper.use((engine) => engine.setParameters(parameters));
    expect(await keeper.use((engine) => engine.loss('training'))).toBeLessThan(10);
    expect(await keeper.keep()).toBe(false);
    expect(keeper.kept).toEqual(snapshot);
    keeper.dispose();
  });

  describe('that is given other samples', () => {
    it('ends the epoch, leaves weights and updater state, and keeps that at once', async () => {
      const { keeper } = await trained('simd');
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

    it('takes them to the next engine, with the place in the epoch', async () => {
      const { keeper } = await trained('webgl', 'simd');
      await keeper.changeSamples(others);
      await keeper.use((engine) => engine.train(2));
      const before = await keeper.use((engine) => engine.snapshot());
      expect(before.progress).toEqual({ step: 9, epoch: 2, position: 32, updates: 9 });
      await keeper.switchTo('simd');
      expect(await keeper.use((engine) => engine.snapshot())).toEqual(before);
      const probabilities = await keeper.use((engine) => engine.probabilities('training'));
      expect(probabilities).toHaveLength(180);
    });

    it('takes them to the next engine when the first is lost on the way', async () => {
      const workshop = await trained('webgl', 'simd');
      await workshop.keeper.keep();
      workshop.running.lose();
      expect(await workshop.keeper.changeSamples(others)).toBe(true);
      expect(workshop.alive).toEqual(['simd']);
      const progress = { step: 7, epoch: 2, position: 0, updates: 7 };
      expect(workshop.keeper.kept.progress).toEqual(progress);
    });

    it('refuses those that the network cannot learn from, and changes nothing', async () => {
      const { keeper } = await trained('simd');
      const before = await keeper.use((engine) => engine.snapshot());
      for (const [refused, message] of [
        [
          { ...others, training: someSamples(0) },
          /^training samples: expected at least 1, got none/,
        ],
        [
          { ...others, training: someSamples(90, 3) },
          /^training samples: expected labels from 0 to 1/,
        ],
        [
          { ...others, evaluation: someSamples(9, 3) },
          /^evaluation samples: expected labels from 0 to 1/,
        ],
      ] as const) {
        await expect(keeper.changeSamples(refused)).rejects.toThrow(message);
      }
      expect(await keeper.use((engine) => engine.snapshot())).toEqual(before);
      const probabilities = await keeper.use((engine) => engine.probabilities('training'));
      expect(probabilities).toHaveLength(140);
    });
  });
});
