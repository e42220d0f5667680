import type { Initializer } from './initializer.ts';

export const uniform: Initializer = {
  name: 'uniform',
  label: 'uniform',
  formula: 'w ~ uniform(−1/√inputs, 1/√inputs)',
  source: 'Glorot and Bengio, AISTATS 2010, equation 1; DL4J, WeightInit.UNIFORM',
  weight: (random, inputs) => (2 * random.uniform() - 1) / Math.sqrt(inputs),
};
