import type { Hyperparameter } from '../hyperparameter.ts';

/** Hyperparameters that several updaters share. */

export const momentum: Hyperparameter = {
  name: 'momentum',
  label: 'momentum μ',
  default: 0.9,
  min: 0,
  max: 0.999,
  meaning: 'The share of the last velocity that each step keeps.',
};

export const beta1: Hyperparameter = {
  name: 'beta1',
  label: 'β₁',
  default: 0.9,
  min: 0,
  max: 0.999,
  meaning: 'The share of the running mean of the gradient that each step keeps.',
};

export const beta2: Hyperparameter = {
  name: 'beta2',
  label: 'β₂',
  default: 0.999,
  min: 0,
  max: 0.9999,
  meaning: 'The share of the running mean of the squared gradient that each step keeps.',
};

export const epsilon: Hyperparameter = {
  name: 'epsilon',
  label: 'ε',
  default: 1e-7,
  min: 1e-10,
  max: 1,
  meaning: 'A small number that keeps the divisor away from zero.',
};
