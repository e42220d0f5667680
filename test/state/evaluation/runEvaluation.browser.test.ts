import { beforeEach, describe, expect, it } from 'vitest';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { announcement } from '../../../src/state/page/announcement.ts';
import type { Picture } from '../../../src/training/protocol/watches.ts';
import { SessionDouble } from '../../support/sessionDouble.ts';

let session: SessionDouble;
let experiment: Experiment;

beforeEach(() => {
  session = new SessionDouble();
  experiment = createExperiment({ connect: session.connect });
  // What nothing has read is not kept.
  expect(Object.values(experiment.evaluation.sets)).toEqual([undefined, undefined]);
});

/** Probabilities of both sets in which blue has this probability everywhere. */
function constant(blue: number): Record<string, Picture> {
  const picture = (set: 'training' | 'evaluation'): Picture => {
    const length = 2 * experiment.samples.size(set);
    const values = Float32Array.from({ length }, (_, i) => (i % 2 === 1 ? blue : 1 - blue));
    return { kind: 'probabilities', set, values, loss: 94_970_000 };
  };
  return { training: picture('training'), evaluation: picture('evaluation') };
}

describe('RunEvaluation', () => {
  it('evaluates a frame for the threshold and the positive class at once', () => {
    const { evaluation, decision } = experiment;
    expect([evaluation.sets.training, evaluation.available]).toEqual([undefined, false]);
    session.frame({ pictures: constant(0.4) });
    const rates = () => {
      const set = evaluation.sets.evaluation;
      return [set?.value('falseNegativeRate'), set?.value('falsePositiveRate')];
    };
    // Nothing reaches ½: all are predicted red, and half of them are.
    expect(evaluation.sets.evaluation?.value('accuracy')).toBe(0.5);
    expect(rates()[0]).toBe(1);
    decision.set({ threshold: 0.4 - 1e-6 });
    // All are predicted blue.
    expect(rates()).toEqual([0, 1]);
    decision.set({ threshold: 0.5, positiveClass: 0 });
    expect(rates()[0]).toBe(0);
    expect(evaluation.text).toMatch(/Training set[\s\S]*Evaluation set/);
    expect(evaluation.available).toBe(true);
  });

  it('takes the log loss from the engine, as the curve does', () => {
    session.frame({ pictures: constant(0.4) });
    expect(experiment.evaluation.sets.evaluation?.value('logLoss')).toBe(94_970_000);
  });

  it('has no statistics of samples that the frame does not show', () => {
    session.frame({ pictures: constant(0.4) });
    experiment.samples.chooseRecipe('moon');
    expect(experiment.evaluation.sets.training).toBeUndefined();
  });

  it('counts the wrong ones among the samples that are shown', () => {
    session.frame({ pictures: constant(0.6) });
    expect(experiment.wrong.count).toBeCloseTo(500, 6);
    experiment.display.set({ showEvaluation: true });
    expect(experiment.wrong.count).toBeCloseTo(600, 6);
    expect(experiment.wrong.shown).toHaveLength(2);
  });

  it('says a note on both sets once', () => {
    session.frame({ pictures: constant(0.6) });
    expect(experiment.evaluation.notes).toHaveLength(1);
  });
});

describe('announcement', () => {
  const spoken = () => announcement(experiment.run.state, experiment.evaluation);

  it('summarises a pause aloud, and says nothing per epoch', () => {
    session.phase('training');
    session.frame({ pictures: constant(0.4) });
    const before = spoken();
    session.frame({ pictures: constant(0.45) });
    expect(spoken()).toBe(before);
    session.phase('paused');
    // The frame that shows where it rests is on its way.
    expect(spoken()).toBe('');
    session.frame({ pictures: constant(0.45), stepsPerSecond: 0 });
    expect(spoken()).toMatch(/Epoch 2, training loss 0\.500.*0\.500 on the eval/);
  });

  it('tells a single step in a few words, and a quarter of a long run', () => {
    experiment.run.step('step');
    session.phase('training');
    expect(spoken()).toBe('');
    session.phase('paused');
    session.frame({ stepsPerSecond: 0 });
    expect(spoken()).toBe('step 40, loss 0.500');
    experiment.run.train();
    session.phase('training');
    const progress = { step: 500, epoch: 25, position: 0, updates: 500 };
    session.frame({ progress });
    expect(announcement(experiment.run.state, experiment.evaluation, 100)).toMatch(/^Epoch 25,/);
    expect(announcement(experiment.run.state, experiment.evaluation, 30)).toBe('training model…');
  });

  it('says the reason of trouble', () => {
    session.phase('diverged', 'The rate is too high.');
    expect(spoken()).toMatch(/no longer a number\. The rate is too high\.$/);
  });
});
