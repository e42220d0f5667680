import type { Activation } from './activation.ts';

export const relu: Activation = {
  name: 'relu',
  label: 'ReLU',
  formula: 'a = max(0, z)',
  source:
    'Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010',
  value: (z) => Math.max(0, z),
  slope: (_z, a) => (a > 0 ? 1 : 0),
  slopeFrom: 'a',
  // Not max(z, 0.0), which turns NaN into 0 on some devices and so hides a divergence.
  glslValue: 'z < 0.0 ? 0.0 : z',
  glslSlope: 'a > 0.0 ? 1.0 : 0.0',
  tfjs: 'relu',
};
