import { describe, expect, it } from 'vitest';
import {
  experimentFile,
  isExperimentFile,
  openExperimentFile,
} from '../../../src/state/experiment/experimentFiles.ts';
import type { TextFile } from '../../../src/state/experiment/sampleFiles.ts';
import { ownSamples, steeredExperiment } from '../../support/steeredExperiment.ts';

const snapshot = {
  progress: { step: 40, epoch: 2, position: 0, updates: 40 },
  parameters: Float32Array.from({ length: 102 }, (_, i) => Math.sin(i)),
  updaterState: Float32Array.from({ length: 102 }, (_, i) => Math.cos(i)),
};

/** An experiment that has learned, as a file. */
function savedExperiment() {
  const { experiment, session } = steeredExperiment();
  experiment.samples.use(
    ownSamples([
      [0.1, -2, 0],
      [1 / 3, 5, 1],
    ]),
  );
  experiment.training.set({ rate: 0.5 });
  experiment.decision.set({ threshold: 0.8 });
  session.deliver({ kind: 'snapshot', snapshot });
  return { file: experimentFile(experiment), settings: experiment.settings.experiment };
}

const given = ({ name, text }: TextFile) => ({ name, content: new Blob([text]) });

describe('a file of an experiment', () => {
  it('opens on another page where it was left, at rest, and undo brings back what was there', async () => {
    const { file, settings } = savedExperiment();
    expect(file.name).toBe('own.edgewise.json');
    expect(isExperimentFile(file)).toBe(true);

    const { experiment, session } = steeredExperiment();
    const before = experiment.settings.experiment;
    experiment.run.train();
    session.phase('training');
    session.deliver({ kind: 'snapshot', snapshot });
    expect(await openExperimentFile(experiment, given(file))).toBe('');

    expect(experiment.settings.experiment).toEqual(settings);
    expect(experiment.decision.threshold).toBe(0.8);
    const start = session.of('start').at(-1);
    expect(start?.snapshot).toEqual(snapshot);
    expect(start?.samples.training).toEqual(experiment.samples.sets.training);
    expect(start?.configuration).toEqual(settings.configuration);
    expect(session.kinds.at(-1)).toBe('start');
    expect(experiment.run.state.underWay).toBe(false);

    experiment.undo();
    expect(experiment.settings.experiment).toBe(before);
    expect(session.of('start').at(-1)?.snapshot).toBe(snapshot);
  });

  it('that is refused changes nothing, and says which field and file', async () => {
    const { experiment, session } = steeredExperiment();
    const content = new Blob(['{"format": "edgewise experiment", "version": 9}']);
    const problem = await openExperimentFile(experiment, { name: 'new.edgewise.json', content });
    expect(problem).toBe('new.edgewise.json: version: expected 1, got 9.');
    expect(experiment.history.canUndo).toBe(false);
    expect(session.kinds).toEqual(['start']);
  });

  it('that was saved before training begins from the seed', async () => {
    const { experiment, session } = steeredExperiment();
    expect(await openExperimentFile(experiment, given(experimentFile(experiment)))).toBe('');
    expect(session.of('start').at(-1)?.snapshot).toBeUndefined();
  });
});
