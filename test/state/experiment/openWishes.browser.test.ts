import { beforeEach, expect, it } from 'vitest';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';
import type { SessionDouble } from '../../support/sessionDouble.ts';

let experiment: Experiment;
let session: SessionDouble;

beforeEach(() => {
  ({ experiment, session } = steeredExperiment());
});

it('are those of each part whose settings were changed', () => {
  const { samples, network, training } = experiment;
  const keys = () =>
    [samples, network, training].map(({ wishes }) => wishes.map(({ key }) => key).join());
  expect(keys()).toEqual(['', '', '']);
  samples.set({ noise: 0.4, labelNoise: 0.1 });
  network.setLayerCount(2);
  training.chooseUpdater('adam');
  training.setStopping({ epochs: 7 });
  expect(keys()).toEqual(['noise,label-noise', 'hidden', 'updater,epochs']);
  samples.use(ownSamples([[0, 0, 0]]));
  expect(keys()).toEqual(['', '', '']);
});

it('bring a setting back by one undoable change', () => {
  experiment.samples.chooseRecipe('moon');
  experiment.training.set({ rate: 0.3 });
  const [wish] = experiment.training.wishes;
  expect(wish).toMatchObject({ label: 'learning rate r', wanted: '0.005' });
  wish?.grant();
  expect(experiment.training.specification.rate).toBe(0.005);
  experiment.undo();
  expect(experiment.training.specification.rate).toBe(0.3);
});

it('leave the run as it is where its samples and network stay', () => {
  experiment.training.set({ rate: 0.3 });
  experiment.training.wishes[0]?.grant();
  expect(session.kinds.filter((kind) => kind === 'start')).toHaveLength(1);
  experiment.samples.set({ noise: 0.3 });
  experiment.samples.wishes[0]?.grant();
  expect(session.kinds.filter((kind) => kind === 'start')).toHaveLength(3);
});

it('let the rate of the example come back with its updater', () => {
  experiment.samples.chooseRecipe('moon');
  experiment.training.chooseUpdater('adam');
  experiment.training.chooseUpdater('nesterovs');
  expect(experiment.training.specification.rate).toBe(0.005);
  expect(experiment.training.wishes).toEqual([]);
});
