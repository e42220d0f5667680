import { expect, it } from 'vitest';
import { lossAt } from '../../support/sessionDouble.ts';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

const untrained = { step: 0, epoch: 0, position: 0, updates: 0 };

it('keeps the losses of a run that is started over, or whose network changes', () => {
  const { session, experiment } = steeredExperiment();
  const { before, network } = experiment;
  expect(before.kept).toBeUndefined();
  session.frame({ lossPoints: [lossAt(0, 0.7), lossAt(2, 0.3)] });
  experiment.startOver();
  expect(before.kept?.losses.map(({ training }) => training)).toEqual([0.7, 0.3]);
  session.frame({ lossPoints: [lossAt(0, 0.7), lossAt(2, 0.2)] });
  network.setLayerCount(2);
  expect(before.kept?.losses.map(({ training }) => training)).toEqual([0.7, 0.2]);
});

it('does not give up a run for one that has learned nothing', () => {
  const { session, experiment } = steeredExperiment();
  session.frame({ lossPoints: [lossAt(0, 0.7), lossAt(2, 0.3)] });
  experiment.startOver();
  session.frame({ progress: untrained, lossPoints: [lossAt(0, 0.9)] });
  experiment.startOver();
  expect(experiment.before.kept?.losses).toHaveLength(2);
});

it('is forgotten with its samples', () => {
  const { session, experiment } = steeredExperiment();
  session.frame();
  experiment.startOver();
  expect(experiment.before.kept).toBeDefined();
  experiment.samples.chooseRecipe('xor');
  expect(experiment.before.kept).toBeUndefined();
});
