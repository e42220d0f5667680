import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** Its slope, with σ the sigmoid: σ(z) + a·σ(−z). It falls and rises, so `a` alone does not determine the slope. */
export const swish: Activation = {
  name: 'swish',
  label: 'swish',
  formula: 'a = z / (1 + e^−z)',
  source: 'Ramachandran, Zoph and Le, Searching for Activation Functions, 2017, with β = 1',
  value: (z) => z * sigmoid.value(z),
  slope: (z, a) => sigmoid.value(z) + a * sigmoid.value(-z),
  slopeFrom: 'z',
  // Below −85 all values are within 1e-34 of 0; z itself, divided by e^85, need not be.
  glslValue: 'max(z, -85.0) / (1.0 + exp(-max(z, -85.0)))',
  glslSlope: '1.0 / (1.0 + exp(-max(z, -85.0))) + a / (1.0 + exp(min(z, 85.0)))',
  tfjs: 'swish',
};
