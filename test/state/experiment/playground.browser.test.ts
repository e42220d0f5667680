import { beforeEach, describe, expect, it } from 'vitest';
import { nothingFound } from '../../../src/engines/webgl/findings.ts';
import { defaultSettings } from '../../../src/state/experiment/settings.ts';
import { Playground } from '../../../src/state/experiment/playground.svelte.ts';
import type {
  Command,
  EngineFindings,
  Frame,
  SessionEvent,
} from '../../../src/training/protocol/messages.ts';
import { noExamination } from '../../support/noExamination.ts';

let sent: Command[];
let playground: Playground;
let deliver: (event: SessionEvent) => void;

const kinds = () => sent.map(({ kind }) => kind);

/** A frame in which blue has this probability everywhere. */
function frameOf(blue: number): Frame {
  const { training, evaluation } = playground.samples;
  const constant = (samples: number) =>
    Float32Array.from({ length: 2 * samples }, (_, index) => (index % 2 === 1 ? blue : 1 - blue));
  return {
    progress: { step: 40, epoch: 2, position: 0, updates: 40 },
    stepsPerEpoch: 20,
    losses: { training: 0.5, evaluation: 0.6 },
    probabilities: {
      training: constant(training.labels.length),
      evaluation: constant(evaluation.labels.length),
    },
    field: new Float32Array(4).fill(blue),
    resolution: 2,
    window: playground.window,
    stepsPerSecond: 60,
  };
}

function openPlayground(examine: () => Promise<EngineFindings>): void {
  sent = [];
  playground = new Playground(
    { settings: defaultSettings, problems: [] },
    (receive) => {
      deliver = receive;
      return { send: (command) => sent.push(command), dispose: () => undefined };
    },
    examine,
  );
}

beforeEach(() => openPlayground(noExamination));

describe('Playground', () => {
  it('starts the run that its settings ask for', () => {
    expect(kinds()).toEqual(['start']);
    expect(sent[0]).toMatchObject({
      run: 1,
      configuration: defaultSettings.configuration,
      engine: 'auto',
      stepsPerFrame: 5,
    });
    expect(playground.samples.training.labels).toHaveLength(1000);
    expect(playground.parameterCount).toBe(102);
  });

  it('begins another network anew, and changes the updater without a new start', () => {
    playground.setLayer(0, { units: 8 });
    playground.setTraining({ rate: 0.02 });
    playground.chooseUpdater('adam');
    playground.setStopping({ epochs: 5 });
    expect(kinds()).toEqual(['start', 'start', 'configure', 'configure', 'configure']);
    expect(sent[1]).toMatchObject({ configuration: { network: { hidden: [{ units: 8 }] } } });
    expect(sent[4]).toMatchObject({ training: { updater: 'adam' }, stopping: { epochs: 5 } });
  });

  it('goes on training with a changed network if it was training', () => {
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    playground.setLayerCount(2);
    expect(kinds()).toEqual(['start', 'start', 'train']);
    expect(playground.network.hidden).toHaveLength(2);
  });

  it('gives the same samples and seeds to a reset, other ones to new weights and new samples', () => {
    const { samples } = playground;
    playground.reset();
    expect(sent[1]).toMatchObject({ samples, configuration: defaultSettings.configuration });
    playground.newWeights();
    expect(playground.network.seed).toBe(defaultSettings.configuration.network.seed + 1);
    expect(playground.samples).toBe(samples);
    playground.newSamples();
    expect(playground.samples.training.points).not.toEqual(samples.training.points);
  });

  it('keeps at least one feature', () => {
    playground.toggleFeature('x');
    playground.toggleFeature('y');
    expect(playground.network.features).toEqual(['y']);
    playground.toggleFeature('xy');
    expect(playground.network.features).toEqual(['y', 'xy']);
  });

  it('keeps what is shown from the run', () => {
    playground.show({ threshold: 0.3, showEvaluation: true });
    expect(kinds()).toEqual(['start']);
    expect(playground.settings.threshold).toBe(0.3);
  });

  it('evaluates a frame for the threshold and the positive class at once', () => {
    expect(playground.evaluations.training).toBeUndefined();
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.4) });
    // Nothing reaches ½: all are called red, and half of them are.
    expect(playground.evaluations.evaluation?.value('accuracy')).toBe(0.5);
    expect(playground.evaluations.evaluation?.value('falseNegativeRate')).toBe(1);
    playground.show({ threshold: 0.4 - 1e-6 });
    // All are called blue.
    expect(playground.evaluations.evaluation?.value('falseNegativeRate')).toBe(0);
    expect(playground.evaluations.evaluation?.value('falsePositiveRate')).toBe(1);
    playground.show({ threshold: 0.5, positiveClass: 0 });
    expect(playground.evaluations.evaluation?.value('falseNegativeRate')).toBe(0);
    expect(playground.statsText).toMatch(/Training set[\s\S]*Evaluation set/);
  });

  it('has no statistics of samples that the frame does not show', () => {
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.4) });
    playground.chooseDataset('moon');
    expect(playground.evaluations.training).toBeUndefined();
    expect(playground.training.rate).toBe(0.005);
  });

  it('summarises a pause aloud, and says nothing per epoch', () => {
    deliver({ run: 1, kind: 'phase', phase: 'training', reason: '' });
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.4) });
    const before = playground.announcement;
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.45) });
    expect(playground.announcement).toBe(before);
    deliver({ run: 1, kind: 'phase', phase: 'paused', reason: '' });
    expect(playground.announcement).toMatch(/Epoch 2, training loss 0\.500.*0\.500 on the eval/);
  });

  it('shows the trouble of a run and what the address got wrong, and lets them go', () => {
    playground.open({ settings: defaultSettings, problems: ['The address says a=b.'] });
    const run = sent.at(-1)?.run ?? 0;
    deliver({ run, kind: 'phase', phase: 'diverged', reason: 'The rate is too high.' });
    expect(playground.warnings).toEqual(['The rate is too high.', 'The address says a=b.']);
    playground.dismissWarnings();
    expect(playground.warnings).toEqual(['The rate is too high.']);
  });

  it('counts epochs to the next multiple of the rule', () => {
    expect(playground.lastEpoch).toBe(30);
    const frame = frameOf(0.4);
    const progress = { ...frame.progress, epoch: 31 };
    deliver({ run: 1, kind: 'frame', frame: { ...frame, progress } });
    expect(playground.lastEpoch).toBe(60);
    playground.setStopping({ epochs: 0 });
    expect(playground.lastEpoch).toBe(0);
  });
});

describe('Playground, what the screen asks', () => {
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

  it('has the rate of the running epoch', () => {
    playground.setTraining({ schedule: 'exponential', scheduleHyperparameters: { decay: 0.5 } });
    expect(playground.presentRate).toBe(0.01);
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.4) });
    expect(playground.presentRate).toBe(0.0025);
  });

  it('steps only where a step can be made', () => {
    playground.step('step');
    deliver({ run: 1, kind: 'phase', phase: 'ready', reason: '' });
    playground.step('epoch');
    expect(kinds()).toEqual(['start', 'step', 'step']);
    playground.toggleTraining();
    playground.step('step');
    expect(kinds()).toEqual(['start', 'step', 'step', 'train']);
  });

  it('goes on training through changes that come faster than their answers', () => {
    playground.toggleTraining();
    playground.setLayer(0, { units: 8 });
    playground.newSamples();
    expect(kinds()).toEqual(['start', 'train', 'start', 'train', 'start', 'train']);
    playground.toggleTraining();
    playground.newWeights();
    expect(kinds().slice(6)).toEqual(['pause', 'start']);
  });

  it('turns the threshold into one for blue', () => {
    playground.show({ threshold: 0.25 });
    expect(playground.thresholdOfBlue).toBe(0.25);
    playground.show({ positiveClass: 0 });
    expect(playground.thresholdOfBlue).toBe(0.75);
  });

  it('counts the wrong ones among the samples that are shown', () => {
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.6) });
    expect(playground.wrongCount).toBeCloseTo(500, 6);
    playground.show({ showEvaluation: true });
    expect(playground.wrongCount).toBeCloseTo(600, 6);
  });

  it('says a note on both sets once', () => {
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.6) });
    const note =
      'Red was never predicted, so its precision counts as 0; the macro average leaves it out.';
    expect(playground.evaluationNotes).toEqual([note]);
  });
});

describe('Playground, examining its engines', () => {
  const webgl = { ...nothingFound, canvas: true, webgl2: true };
  const passed = { passed: true, sentence: 'WebAssembly passed its self-test.' };
  const failed = { passed: false, sentence: 'WebGL failed its self-test.' };
  let examinations: number;
  let find: (findings: EngineFindings) => void;

  /** Lets promises be heard. */
  const moment = () => new Promise((resolve) => setTimeout(resolve));

  async function conclude(findings: EngineFindings): Promise<void> {
    find(findings);
    await moment();
  }

  beforeEach(() => {
    examinations = 0;
    openPlayground(() => {
      examinations++;
      return new Promise((resolve) => (find = resolve));
    });
  });

  it('waits for the first picture to be on the screen, and happens once', async () => {
    deliver({ run: 1, kind: 'frame', frame: frameOf(0.4) });
    await moment();
    expect(examinations).toBe(0);
    playground.run.painted();
    playground.run.painted();
    await moment();
    expect(examinations).toBe(1);
  });

  it('waits for no picture where the run could not start', async () => {
    deliver({ run: 1, kind: 'phase', phase: 'failed', reason: 'There is no engine.' });
    await moment();
    expect(examinations).toBe(1);
  });

  it('tells the run, and each one after it, and keeps the choice that was made meanwhile', async () => {
    playground.run.painted();
    await moment();
    playground.setEngine('webgl');
    expect(sent.at(-1)).toEqual({ run: 1, kind: 'engine', engine: 'webgl' });
    const findings = { webgl, selfTests: { simd: passed } };
    await conclude(findings);
    expect(sent.at(-1)).toEqual({ run: 1, kind: 'engine', engine: 'webgl', findings });
    expect(playground.selfTestWords('simd')).toBe('WebAssembly passed its self-test.');
    expect(playground.selfTestWords('webgl')).toBe('');
    expect(playground.warnings).toEqual([]);
    playground.reset();
    expect(sent.at(-1)).toMatchObject({ run: 2, kind: 'start', engine: 'webgl', findings });
  });

  it('says of an engine that failed that it is not used, until that is dismissed', async () => {
    playground.run.painted();
    await moment();
    await conclude({ webgl, selfTests: { simd: passed, webgl: failed } });
    expect(playground.warnings).toEqual(['WebGL failed its self-test. It is not used.']);
    playground.dismissWarnings();
    expect(playground.warnings).toEqual([]);
  });
});
