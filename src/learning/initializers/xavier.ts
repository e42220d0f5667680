import type { Initializer } from './initializer.ts';

/** DL4J's Xavier: a plain gaussian. tfjs's glorotNormal is truncated and differs. */
export const xavier: Initializer = {
  name: 'xavier',
  label: 'Xavier',
  formula: 'w ~ normal(0, variance 2 / (inputs + outputs))',
  source: 'Glorot and Bengio, AISTATS 2010; as in DL4J, WeightInit.XAVIER',
  weight: (random, inputs, outputs) => random.normal() * Math.sqrt(2 / (inputs + outputs)),
};
