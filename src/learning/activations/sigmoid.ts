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
  // Nothing overflows, and NaN stays NaN. In 1 / (1 + e^−z) it would not where e^NaN is ∞.
  glslValue: '(z > 0.0 ? 1.0 : exp(-abs(z))) / (1.0 + exp(-abs(z)))',
  glslSlope: 'a * (1.0 - a)',
  tfjs: 'sigmoid',
};
