import { beforeEach, describe, expect, it } from 'vitest';
import { nothingFound } from '../../../src/engines/webgl/findings.ts';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { defaultSettings } from '../../../src/state/experiment/settings.ts';
import type { EngineFindings } from '../../../src/engines/engineFindings.ts';
import { lossAt, SessionDouble } from '../../support/sessionDouble.ts';

let session: SessionDouble;
let experiment: Experiment;

const { configuration } = defaultSettings.experiment;

beforeEach(() => {
  session = new SessionDouble();
  experiment = createExperiment({ connect: session.connect });
});

describe('after a divergence', () => {
  it('goes back with a lower rate, and says so', () => {
    experiment.training.set({ rate: 10 });
    const snapshot = {
      progress: { step: 40, epoch: 2, position: 0, updates: 40 },
      parameters: new Float32Array(102),
      updaterState: new Float32Array(102),
    };
    session.deliver({ kind: 'snapshot', snapshot });
    session.phase('diverged', 'The rate is too high.');
    expect(experiment.lowerRate).toBe(1);
    experiment.backWithLowerRate();
    expect(session.of('restore').at(-1)).toMatchObject({ snapshot });
    expect(session.of('changeTraining').at(-1)).toMatchObject({ training: { rate: 1 } });
    expect(experiment.announcer.said.sentence).toMatch(/with a learning rate of 1\.$/);
  });
});

describe('an experiment and its run', () => {
  it('starts the run that its settings ask for', () => {
    expect(session.kinds).toEqual(['start']);
    expect(session.of('start')[0]).toMatchObject({
      configuration,
      engine: 'auto',
      stepsPerFrame: 5,
    });
    expect(session.of('start')[0]?.samples.training.labels).toHaveLength(1000);
  });

  it('has a positive class that there is, whatever samples it learns', () => {
    experiment.samples.chooseRecipe('blobs');
    expect(session.of('start').at(-1)?.configuration.network.classes).toBe(4);
    experiment.decision.set({ positiveClass: 3 });
    experiment.samples.chooseRecipe('arms');
    expect(experiment.decision.positiveClass).toBe(1);
    experiment.decision.set({ positiveClass: 2 });
    experiment.samples.redraw();
    expect(experiment.decision.positiveClass).toBe(2);
    experiment.samples.chooseRecipe('moon');
    expect(experiment.decision.positiveClass).toBe(1);
  });

  it('begins another network anew, and changes the updater without a new start', () => {
    experiment.network.setLayer(0, { units: 8 });
    experiment.training.set({ rate: 0.02 });
    experiment.training.chooseUpdater('adam');
    experiment.training.setStopping({ epochs: 5 });
    expect(session.kinds).toEqual([
      'start',
      'start',
      'changeTraining',
      'changeTraining',
      'changeTraining',
    ]);
    expect(session.of('start')[1]?.configuration.network.hidden).toMatchObject([{ units: 8 }]);
    expect(session.of('changeTraining')[2]).toMatchObject({
      training: { updater: 'adam' },
      stopping: { epochs: 5 },
    });
  });

  it('trains on with a changed network if it was training', () => {
    session.phase('training');
    experiment.network.setLayerCount(2);
    expect(session.kinds).toEqual(['start', 'start', 'train']);
  });

  it('trains on through changes that come faster than their answers', () => {
    experiment.run.toggle();
    experiment.network.setLayer(0, { units: 8 });
    experiment.samples.redraw();
    expect(session.kinds).toEqual(['start', 'train', 'start', 'train', 'start', 'train']);
    experiment.run.toggle();
    experiment.network.newWeights();
    expect(session.kinds.slice(6)).toEqual(['pause', 'start']);
  });

  it('gives the same samples and seeds to a reset, other ones to new weights and new samples', () => {
    const { sets } = experiment.samples;
    experiment.reset();
    expect(session.of('start')[1]).toMatchObject({ samples: sets, configuration });
    experiment.network.newWeights();
    expect(session.of('start')[2]?.configuration.network.seed).toBe(configuration.network.seed + 1);
    expect(session.of('start')[2]?.samples).toBe(sets);
    experiment.samples.redraw();
    expect(session.of('start')[3]?.samples.training.points).not.toEqual(sets.training.points);
  });

  it('keeps decision and display from the run', () => {
    experiment.decision.set({ threshold: 0.3 });
    experiment.display.set({ showEvaluation: true });
    expect(session.kinds).toEqual(['start']);
    expect(experiment.settings).toMatchObject({
      decision: { threshold: 0.3 },
      display: { showEvaluation: true },
    });
  });

  it('opens other settings with their samples, engine and speed', () => {
    const { source } = defaultSettings.experiment;
    const network = { ...configuration.network, seed: 9 };
    const other = {
      ...defaultSettings,
      experiment: { source, configuration: { ...configuration, network } },
      run: { engine: 'simd', stepsPerFrame: 1 },
    };
    experiment.open(other, ['The address says a=b.']);
    expect(experiment.settings).toEqual(other);
    expect(session.of('start').at(-1)).toMatchObject({
      configuration: { network },
      engine: 'simd',
      stepsPerFrame: 1,
    });
    expect(experiment.notices.sentences).toEqual(['The address says a=b.']);
  });
});

describe('an experiment with own samples', () => {
  const own = (labels: number[]) => {
    const set = {
      points: new Float32Array(2 * labels.length),
      labels: Uint8Array.from(labels),
    };
    return { kind: 'own', name: 'mine', samples: { training: set, evaluation: set } } as const;
  };

  it('gives them to the run that is under way', () => {
    const mine = own([0, 1, 1]);
    experiment.samples.use(mine);
    expect(session.kinds).toEqual(['start', 'changeSamples']);
    expect(session.of('changeSamples')[0]?.samples).toBe(mine.samples);
    expect(experiment.samples.recipe).toBeUndefined();
    expect(experiment.samples.size('training')).toBe(3);
  });

  it('begins a network of more outputs where they have more classes', () => {
    experiment.samples.use(own([0, 1, 2]));
    expect(session.kinds).toEqual(['start', 'start']);
    expect(session.of('start')[1]?.configuration.network.classes).toBe(3);
    experiment.samples.chooseRecipe('moon');
    expect(session.of('start')[2]?.configuration.network.classes).toBe(2);
  });

  it('goes back to the recipe by undo', () => {
    const { sets, recipe } = experiment.samples;
    experiment.samples.use(own([0, 1]));
    experiment.history.undo();
    expect(experiment.samples.recipe).toEqual(recipe);
    expect(session.of('start').at(-1)?.samples.training).toEqual(sets.training);
  });
});

describe('undo', () => {
  it('undoes and redoes a change, and the run follows', () => {
    experiment.network.setLayerCount(3);
    experiment.training.set({ rate: 0.1 });
    experiment.history.undo();
    expect(experiment.training.specification.rate).toBe(0.01);
    experiment.history.undo();
    expect(experiment.network.specification.hidden).toHaveLength(1);
    expect(experiment.history.canUndo).toBe(false);
    expect(session.kinds).toEqual(['start', 'start', 'changeTraining', 'changeTraining', 'start']);
    experiment.history.redo();
    experiment.history.redo();
    expect(experiment.history.canRedo).toBe(false);
    expect(session.of('changeTraining').at(-1)?.training.rate).toBe(0.1);
  });

  it('goes on with the run that the change has ended, with its losses', () => {
    const snapshot = {
      progress: { step: 40, epoch: 2, position: 0, updates: 40 },
      parameters: new Float32Array(102).fill(0.5),
      updaterState: new Float32Array(102),
    };
    session.frame({ lossPoints: [lossAt(1), lossAt(2)] });
    session.deliver({ kind: 'snapshot', snapshot });
    experiment.network.setLayerCount(2);
    expect(session.of('start').at(-1)?.snapshot).toBeUndefined();
    expect(experiment.run.state.curve.points).toEqual([]);
    experiment.undo();
    expect(session.of('start').at(-1)?.snapshot).toBe(snapshot);
    expect(experiment.run.state.curve.points.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(experiment.announcer.said.sentence).toBe('Undone. The run is back at step 40.');
    experiment.redo();
    experiment.reset();
    expect(session.of('start').at(-1)?.snapshot).toBeUndefined();
  });

  it('keeps the last eight runs that changes have ended', () => {
    for (const units of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const progress = { step: units, epoch: 0, position: 0, updates: units };
      const none = new Float32Array(0);
      session.deliver({
        kind: 'snapshot',
        snapshot: { progress, parameters: none, updaterState: none },
      });
      experiment.history.endTopic();
      experiment.network.setLayer(0, { units });
    }
    const steps = Array.from({ length: 9 }, () => {
      experiment.undo();
      return session.of('start').at(-1)?.snapshot?.progress.step;
    });
    expect(steps).toEqual([9, 8, 7, 6, 5, 4, 3, 2, undefined]);
  });

  it('undoes the changes of one slider together, unless something came between', () => {
    for (const rate of [0.02, 0.03, 0.04]) experiment.training.set({ rate });
    experiment.reset();
    for (const rate of [0.05, 0.06]) experiment.training.set({ rate });
    experiment.history.undo();
    expect(experiment.training.specification.rate).toBe(0.04);
    experiment.history.undo();
    expect(experiment.training.specification.rate).toBe(0.01);
  });

  it('forgets what was undone once something else is changed', () => {
    experiment.training.set({ rate: 0.1 });
    experiment.history.undo();
    experiment.training.set({ l2: 0.1 });
    expect(experiment.history.canRedo).toBe(false);
  });
});

describe('createExperiment', () => {
  it('takes options by the names of an address', () => {
    const options = { data: 'moon', hidden: [8, 4], activation: 'tanh', rate: 0.03 };
    const made = createExperiment({ connect: session.connect, options });
    expect(made.samples.recipe?.set).toBe('moon');
    expect(made.network.specification.hidden).toEqual([
      { units: 8, activation: 'tanh' },
      { units: 4, activation: 'tanh' },
    ]);
    expect(made.training.specification.rate).toBe(0.03);
  });

  it('refuses an option that is unknown or out of range, with a sentence', () => {
    const make = (options: Record<string, number>) => () =>
      createExperiment({ connect: session.connect, options });
    expect(make({ rate: -1 })).toThrow(/rate.*expected a number from/);
    expect(make({ rats: 1 })).toThrow(/rats/);
  });
});

describe('the examination of the engines', () => {
  const webgl = { ...nothingFound, canvas: true, webgl2: true };
  const passed = { passed: true, sentence: 'WebAssembly passed its self-test.' };
  const failed = { passed: false, sentence: 'WebGL failed its self-test.' };
  let examinations: number;
  let find: (findings: EngineFindings) => void;

  /** Lets promises settle. */
  const moment = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    examinations = 0;
    session = new SessionDouble();
    experiment = createExperiment({
      connect: session.connect,
      examine: () => {
        examinations++;
        return new Promise((resolve) => (find = resolve));
      },
    });
  });

  async function conclude(findings: EngineFindings): Promise<void> {
    session.phase('failed', 'There is no engine.');
    await moment();
    find(findings);
    await moment();
  }

  it('waits for the first frame to be painted, or to be impossible, and happens once', async () => {
    await moment();
    expect(examinations).toBe(0);
    session.phase('failed', 'There is no engine.');
    session.phase('failed', 'There is no engine.');
    await moment();
    expect(examinations).toBe(1);
  });

  it('tells the run, and each one after it, and keeps the choice made meanwhile', async () => {
    experiment.run.engine.choose('webgl');
    const findings = { webgl, selfTests: { simd: passed } };
    await conclude(findings);
    expect(session.sent.at(-1)).toMatchObject({ kind: 'changeEngine', engine: 'webgl', findings });
    expect(experiment.run.engine.selfTestSentence('simd')).toBe(passed.sentence);
    expect(experiment.run.engine.selfTestSentence('webgl')).toBe('');
    experiment.reset();
    expect(session.sent.at(-1)).toMatchObject({ kind: 'start', engine: 'webgl', findings });
    expect(experiment.notices.sentences).toEqual([]);
  });

  it('says of an engine that failed that it is not used, until that is dismissed', async () => {
    await conclude({ webgl, selfTests: { simd: passed, webgl: failed } });
    experiment.reset();
    expect(experiment.notices.sentences).toEqual(['WebGL failed its self-test. It is not used.']);
    experiment.notices.dismiss();
    expect(experiment.notices.sentences).toEqual([]);
  });
});
