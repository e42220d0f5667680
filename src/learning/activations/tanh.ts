import type { Activation } from './activation.ts';

export const tanh: Activation = {
  name: 'tanh',
  label: 'tanh',
  formula: 'a = tanh(z)',
  source: 'LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998',
  value: Math.tanh,
  slope: (_z, a) => 1 - a * a,
  slopeFrom: 'a',
  // Some drivers compute e^2z, which overflows; beyond 10 it is ±1 in single precision. Not clamp,
  // which turns NaN into a number on some devices and so hides a divergence.
  glslValue: 'abs(z) > 10.0 ? sign(z) : tanh(z)',
  glslSlope: '1.0 - a * a',
  tfjs: 'tanh',
};
