import type { Activation } from './activation.ts';

export const tanh: Activation = {
  name: 'tanh',
  label: 'tanh',
  formula: 'a = tanh(z)',
  source: 'LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998',
  value: Math.tanh,
  slope: (_z, a) => 1 - a * a,
  slopeFrom: 'a',
  // Some drivers form e^2z, which overflows; at 10 the result is 1 in single precision.
  glslValue: 'tanh(clamp(z, -10.0, 10.0))',
  glslSlope: '1.0 - a * a',
};
