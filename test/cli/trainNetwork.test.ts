import { describe, expect, it } from 'vitest';
import { InterruptedError } from '../../src/cli/interruptedError.ts';
import { prepareTraining, type TrainingJob } from '../../src/cli/prepareTraining.ts';
import { DivergedError, plannedSteps, trainNetwork } from '../../src/cli/trainNetwork.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { unscaled } from '../../src/learning/scaling/scaling.ts';
import { articleStart } from '../support/articleStart.ts';
import { SteeredSession } from '../support/steeredSession.ts';

const { network, training, stopping } = articleConfiguration;
const { samples } = articleStart;

const articleJob: TrainingJob = {
  specification: { network, training },
  samples,
  scaling: unscaled,
  sentences: [],
  warning: '',
  stopping,
};

/** Trains without interruption. */
async function train(job: TrainingJob) {
  const prepared = await prepareTraining(job);
  const reason = await trainNetwork(prepared, new AbortController().signal, () => undefined);
  return { engine: prepared.engine, reason };
}

describe('training in the terminal', () => {
  it.each([
    ['epochs', stopping],
    ['loss', { ...stopping, loss: 0.1 }],
    ['accuracy', { ...stopping, accuracy: 0.95 }],
    ['plateau', { ...stopping, epochs: 1000, plateau: 2 }],
  ])('ends where and why a session ends: %s', async (_rule, rules) => {
    const { engine, reason } = await train({ ...articleJob, stopping: rules });
    const steered = new SteeredSession();
    await steered.start({ configuration: { network, training, stopping: rules } });
    await steered.trainToTheEnd();
    expect(reason).toBe(steered.reason);
    expect(await engine.snapshot()).toEqual(steered.snapshot);
  });

  it('breaks off when it diverges, long before the last epoch', async () => {
    const hidden = Array.from({ length: 5 }, () => ({ units: 16, activation: 'linear' }));
    const explosive = { network: { ...network, hidden }, training: { ...training, rate: 10 } };
    let reached = 0;
    const job = { ...articleJob, specification: explosive, stopping: { ...stopping, epochs: 500 } };
    const prepared = await prepareTraining(job);
    const trained = trainNetwork(prepared, new AbortController().signal, (step) => {
      reached = step;
    });
    await expect(trained).rejects.toThrow(DivergedError);
    await expect(trained).rejects.toThrow(
      `Training has diverged: by step ${reached} the loss is no longer a finite number. ` +
        'The likely cause is that the learning rate of 10 is too high here; try --rate 1.',
    );
    expect(reached).toBeLessThan(plannedSteps(prepared) / 2);
  });

  it('names large coordinates as the cause', async () => {
    const points = samples.training.points.map((value) => 1e38 * value);
    const large = { ...samples, training: { ...samples.training, points } };
    await expect(train({ ...articleJob, samples: large })).rejects.toThrow(
      /The likely cause is that the coordinates are as large as \d(\.\d)?e\+38; scale them to about 1\.$/,
    );
  });

  it('breaks off when it is interrupted', async () => {
    const interruption = new AbortController();
    const job = { ...articleJob, stopping: { ...stopping, epochs: 1_000_000 } };
    const steps: number[] = [];
    const trained = trainNetwork(await prepareTraining(job), interruption.signal, (step) => {
      steps.push(step);
      if (steps.length === 3) interruption.abort();
    });
    await expect(trained).rejects.toThrow(InterruptedError);
    await expect(trained).rejects.toThrow(`Interrupted at step ${steps.at(-1)} of 20000000.`);
    expect(steps).toHaveLength(3);
  });
});
