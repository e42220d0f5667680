import { expect, it } from 'vitest';
import { labelOf } from '../../../src/learning/settings/labelOf.ts';

it.each([
  ['training.batchSize', 'batch size'],
  ['training.hyperparameters.momentum', 'momentum μ'],
  ['training.scheduleHyperparameters.floor', 'floor'],
  ['training.hyperparameters', 'hyperparameters of the updater'],
  ['network.hidden', 'hidden layers'],
  ['network.hidden[0]', 'layer 1'],
  ['network.hidden[1].units', 'units of layer 2'],
  ['network.hidden[7].activation', 'activation of layer 8'],
  ['network.features[2]', 'feature 3'],
  ['stopping', 'stop rules'],
  ['recipe.training', 'training samples'],
  ['decision.threshold', 'threshold'],
  ['network.hidden[1].colour', 'network.hidden[1].colour'],
  ['elsewhere[3]', 'elsewhere[3]'],
  ['elsewhere', 'elsewhere'],
])('%s is called %s', (path, label) => {
  expect(labelOf(path)).toBe(label);
});
