import { expect, test } from 'vitest';
import { classCount } from '../../../src/learning/classes.ts';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import type { Dataset } from '../../../src/learning/datasets/dataset.ts';
import { drawSampleSets } from '../../../src/learning/datasets/drawSampleSets.ts';
import { evaluate } from '../../../src/learning/evaluation/evaluate.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { ReferenceNetwork } from '../../../src/learning/referenceNetwork.ts';

/** Three round clouds, six standard deviations between any two centres. */
const threeClouds: Dataset = {
  name: 'threeClouds',
  label: 'Three clouds',
  description: 'Three round clouds at the corners of a triangle.',
  source: 'this test',
  classes: 3,
  balance: 'even',
  centre: { x: 0, y: 0 },
  radius: 1,
  noise: 0,
  training: 300,
  evaluation: 90,
  hidden: [20],
  rate: 0.05,
  epochs: 20,
  draw(random, label) {
    const angle = (2 * Math.PI * label) / 3;
    const radius = 2 * Math.sqrt(3);
    return {
      x: radius * Math.cos(angle) + random.normal(),
      y: radius * Math.sin(angle) + random.normal(),
    };
  },
};

test('a recipe of three classes is drawn, learned and evaluated without another line', () => {
  const { training: size, evaluation: held, rate, epochs } = threeClouds;
  const sets = drawSampleSets(threeClouds, { training: size, evaluation: held, seed: 123 });
  const classes = classCount(sets.training.labels, sets.evaluation.labels);
  expect(classes).toBe(threeClouds.classes);

  const network = { ...articleConfiguration.network, classes };
  const training = { ...articleConfiguration.training, rate };
  const reference = new ReferenceNetwork({ network, training }, initialParameters(network));
  reference.load('training', sets.training);
  reference.load('evaluation', sets.evaluation);
  reference.train(epochs * Math.ceil(size / training.batchSize));

  const evaluation = evaluate(
    reference.probabilities('evaluation'),
    sets.evaluation.labels,
    classes,
  );
  // Two clouds overlap by Φ(−3) = 0.13 %, so nearly all can be right; guessing gives a third.
  expect(evaluation.value('accuracy')).toBeGreaterThan(0.97);
  expect(evaluation.confusion.length).toBe(9);
});
