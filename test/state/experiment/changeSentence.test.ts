import { expect, it } from 'vitest';
import { changeSentence } from '../../../src/state/experiment/changeSentence.ts';
import { defaultSettings, withDataset } from '../../../src/state/experiment/settings.ts';
import type { ExperimentSettings } from '../../../src/state/experiment/settings.ts';
import { withNetwork as changedNetwork } from '../../../src/learning/withNetwork.ts';
import type { NetworkSpecification } from '../../../src/learning/specification.ts';

const before = defaultSettings.experiment;

function withNetwork(change: Partial<NetworkSpecification>): ExperimentSettings {
  const { source, configuration } = before;
  const network = { ...configuration.network, ...change };
  return { source, configuration: { ...configuration, network } };
}

function withMask(frozen: readonly number[], cut: readonly number[] = []): ExperimentSettings {
  const { source, configuration } = before;
  const training = { ...configuration.training, frozen, cut };
  return { source, configuration: { ...configuration, training } };
}

const relu = (units: number) => ({ units, activation: 'relu' });

it.each<[string, ExperimentSettings]>([
  ['Moon: 2000 training and 1000 evaluation samples.', withDataset(before, 'moon')],
  ['No hidden layers. New network, ready.', withNetwork({ hidden: [] })],
  ['1 hidden layer of 3 units. New network, ready.', withNetwork({ hidden: [relu(3)] })],
  [
    '2 hidden layers of 3, 5 units. New network, ready.',
    withNetwork({ hidden: [relu(3), relu(5)] }),
  ],
  ['Inputs: x, x². New network, ready.', withNetwork({ features: ['x', 'xx'] })],
  ['New weights, ready.', withNetwork({ seed: 7 })],
  ['New network, ready.', withNetwork({ initializer: 'he' })],
])('says %j', (sentence, after) => {
  expect(changeSentence(before, after)).toBe(sentence);
});

it('tells new samples from another number of them', () => {
  const { source, configuration } = before;
  if (source.kind !== 'recipe') throw new Error('Expected a recipe.');
  const drawn = (change: object): ExperimentSettings => ({
    configuration,
    source: { kind: 'recipe', recipe: { ...source.recipe, ...change } },
  });
  const counts = '1000 training and 200 evaluation samples.';
  expect(changeSentence(before, drawn({ seed: 9 }))).toBe(`New samples: ${counts}`);
  expect(changeSentence(before, drawn({ training: 30 }))).toBe(
    '30 training and 200 evaluation samples.',
  );
  expect(changeSentence(before, drawn({ noise: 0.3 }))).toBe('');
});

it('says nothing where the control does', () => {
  const { source, configuration } = before;
  const training = { ...configuration.training, rate: 0.1 };
  expect(changeSentence(before, { source, configuration: { ...configuration, training } })).toBe(
    '',
  );
});

// 2-20-2: weights 0 to 39 and biases 40 to 59 of the layer, then those of the outputs.
it.each<[string, ExperimentSettings, ExperimentSettings]>([
  ['Frozen: the weight from y to unit 2 of layer 1.', before, withMask([21])],
  ['Cut: the bias of blue.', before, withMask([], [101])],
  ['Frozen: 3 weights and biases.', before, withMask([0, 1, 2])],
  ['Cut: the weight from x to unit 1 of layer 1.', withMask([0]), withMask([], [0])],
  ['Learning again: the bias of unit 1 of layer 1.', withMask([40], [3]), withMask([], [3])],
  [
    'Frozen: the weight from unit 20 of layer 1 to red. Learning again: 2 weights and biases.',
    withMask([], [0, 1]),
    withMask([98]),
  ],
])('says %j of another mask', (sentence, old, now) => {
  expect(changeSentence(old, now)).toBe(sentence);
});

it('says that all weights learn where another network forgets the mask', () => {
  const masked = withMask([0]);
  const configuration = changedNetwork(masked.configuration, {
    ...masked.configuration.network,
    hidden: [relu(3)],
  });
  expect(changeSentence(masked, { ...masked, configuration })).toBe(
    '1 hidden layer of 3 units. New network, ready. All weights learn.',
  );
});
