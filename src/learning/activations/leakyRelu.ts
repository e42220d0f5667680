import type { Activation } from './activation.ts';

export const leakyRelu: Activation = {
  name: 'leakyRelu',
  label: 'leaky ReLU',
  formula: 'a = z for z > 0, else 0.01·z',
  source:
    'Maas, Hannun and Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013',
  value: (z) => (z > 0 ? z : 0.01 * z),
  slope: (_z, a) => (a > 0 ? 1 : 0.01),
  slopeFrom: 'a',
  glslValue: 'z > 0.0 ? z : 0.01 * z',
  glslSlope: 'a > 0.0 ? 1.0 : 0.01',
  tfjs: (graph, z) => graph.leaky(z, 0.01),
};
