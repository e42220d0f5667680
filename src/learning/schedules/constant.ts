import type { Schedule } from './schedule.ts';

export const constant: Schedule = {
  name: 'constant',
  label: 'constant',
  formula: 'r',
  source: 'Robbins and Monro, A Stochastic Approximation Method, 1951, with the rate held fixed',
  hyperparameters: [],
  factor: () => 1,
};
