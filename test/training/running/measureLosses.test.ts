import { expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { makeSampleSets } from '../../../src/learning/datasets/makeSampleSets.ts';
import { articleStart } from '../../support/articleStart.ts';
import { SteeredSession } from '../../support/steeredSession.ts';

/** `#data=saturn&hidden=none&features=xx,yy,xy&updater=sgd&rate=10&epochs=1&samples=200` */
const steepStart = {
  ...articleStart,
  samples: makeSampleSets({ set: 'saturn', training: 200, evaluation: 100, seed: 123 }),
  configuration: {
    ...articleConfiguration,
    network: { ...articleConfiguration.network, hidden: [], features: ['xx', 'yy', 'xy'] },
    training: {
      ...articleConfiguration.training,
      updater: 'sgd',
      hyperparameters: {},
      rate: 10,
    },
    stopping: { epochs: 1, loss: 0, accuracy: 0, plateau: 0 },
  },
};

it('a frame tells the loss of the logits, watched or not, and so does the curve', async () => {
  const steered = new SteeredSession();
  await steered.start(steepStart);
  await steered.trainToTheEnd();
  expect(steered.losses.training).toBeCloseTo(752.65, 2);
  expect(steered.losses).toEqual({
    epoch: 1,
    training: await steered.engine.loss('training'),
    evaluation: await steered.engine.loss('evaluation'),
  });
  const unwatched = new SteeredSession();
  await unwatched.start({ ...steepStart, watches: [] });
  await unwatched.trainToTheEnd();
  expect(unwatched.losses).toEqual(steered.losses);
});

it('a stop rule on the accuracy sees the same loss', async () => {
  const steered = new SteeredSession();
  const { configuration } = steepStart;
  const stopping = { epochs: 1, loss: 0, accuracy: 1, plateau: 0 };
  await steered.start({ ...steepStart, configuration: { ...configuration, stopping } });
  await steered.trainToTheEnd();
  expect(steered.losses.evaluation).toBe(await steered.engine.loss('evaluation'));
  expect(steered.losses.evaluation).toBeGreaterThan(100);
});
