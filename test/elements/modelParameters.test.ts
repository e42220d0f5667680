import { expect, test } from 'vitest';
import { modelParameters } from '../../src/elements/modelParameters.ts';
import { modelFiles } from '../../src/engines/layersModel.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { initialParameters } from '../../src/learning/initialParameters.ts';

test.each([
  [['x', 'y'], 'relu'],
  // Features and an activation that are layers of their own in the file.
  [['x', 'xy', 'sinx'], 'gelu'],
] as const)('a stored model with %s gives back all parameters', async (features, activation) => {
  const hidden = [5, 3].map((units) => ({ units, activation }));
  const network = { ...articleConfiguration.network, features, hidden };
  const parameters = Float32Array.from(initialParameters(network));
  expect(modelParameters(await modelFiles(network, parameters))).toEqual(parameters);
});
