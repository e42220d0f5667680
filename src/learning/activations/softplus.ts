import type { Activation } from './activation.ts';

/** Written as max(0, z) + ln(1 + e^−|z|), where nothing overflows; its slope is 1 − e^−a. */
export const softplus: Activation = {
  name: 'softplus',
  label: 'softplus',
  formula: 'a = ln(1 + e^z)',
  source: 'Dugas et al., Incorporating Second-Order Functional Knowledge, NIPS 2000',
  value: (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
  slope: (_z, a) => -Math.expm1(-a),
  slopeFrom: 'a',
  glslValue: 'max(z, 0.0) + log(1.0 + exp(-abs(z)))',
  glslSlope: '1.0 - exp(-a)',
  tfjs: 'softplus',
};
