import type { Activation } from './activation.ts';

export const elu: Activation = {
  name: 'elu',
  label: 'ELU',
  formula: 'a = z for z > 0, else e^z − 1',
  source: 'Clevert, Unterthiner and Hochreiter, Exponential Linear Units, ICLR 2016, with α = 1',
  value: (z) => (z > 0 ? z : Math.expm1(z)),
  slope: (_z, a) => (a > 0 ? 1 : a + 1),
  slopeFrom: 'a',
  // Both branches may be computed, so neither may overflow: −|z| instead of z.
  glslValue: 'z > 0.0 ? z : exp(-abs(z)) - 1.0',
  glslSlope: 'a > 0.0 ? 1.0 : a + 1.0',
  tfjs: 'elu',
};
