import type { Hyperparameter } from '../../learning/hyperparameter.ts';

/** Hyperparameters that several strategies share. */

export const serverRate: Hyperparameter = {
  name: 'rate',
  label: 'server rate η',
  default: 1,
  min: 1e-4,
  max: 10,
  meaning: 'How far a round moves the parameters of the class.',
};

/** The adaptive strategies divide by √v, so that a change has the size of the rate. */
export const adaptiveRate: Hyperparameter = { ...serverRate, default: 0.1 };

export const beta1: Hyperparameter = {
  name: 'beta1',
  label: 'server β₁',
  default: 0.9,
  min: 0,
  max: 0.999,
  meaning: 'The share of the running mean of the changes that each round keeps.',
};

export const beta2: Hyperparameter = {
  name: 'beta2',
  label: 'server β₂',
  default: 0.99,
  min: 0,
  max: 0.9999,
  meaning: 'The share of the running mean of the squared changes that each round keeps.',
};

export const tau: Hyperparameter = {
  name: 'tau',
  label: 'τ',
  default: 1e-3,
  min: 1e-8,
  max: 1,
  meaning: 'A small number that keeps the divisor away from zero: the larger, the less adaptive.',
};

export const faulty: Hyperparameter = {
  name: 'faulty',
  label: 'faulty clients f',
  default: 2,
  min: 0,
  max: 500,
  integer: true,
  meaning: 'How many poisoned updates of a round it withstands.',
};
