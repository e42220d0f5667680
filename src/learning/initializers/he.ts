import type { Initializer } from './initializer.ts';

export const he: Initializer = {
  name: 'he',
  label: 'He',
  formula: 'w ~ normal(0, variance 2 / inputs)',
  source: 'He, Zhang, Ren and Sun, Delving Deep into Rectifiers, ICCV 2015; DL4J, WeightInit.RELU',
  weight: (random, inputs) => random.normal() * Math.sqrt(2 / inputs),
};
