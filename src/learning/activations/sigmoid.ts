import type { Activation } from './activation.ts';

export const sigmoid: Activation = {
  name: 'sigmoid',
  label: 'sigmoid',
  formula: 'a = 1 / (1 + e^−z)',
  source:
    'Rumelhart, Hinton and Williams, Learning Representations by Back-Propagating Errors, 1986',
  value: (z) => 1 / (1 + Math.exp(-z)),
  slope: (_z, a) => a * (1 - a),
  slopeFrom: 'a',
  // In single precision e^x is finite up to x = 88.
  glslValue: '1.0 / (1.0 + exp(-max(z, -80.0)))',
  glslSlope: 'a * (1.0 - a)',
};
