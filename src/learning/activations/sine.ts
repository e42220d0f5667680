import type { Activation } from './activation.ts';

export const sine: Activation = {
  name: 'sine',
  label: 'sine',
  formula: 'a = sin(z)',
  source:
    'Sitzmann et al., Implicit Neural Representations with Periodic Activation Functions, 2020',
  value: Math.sin,
  slope: (z) => Math.cos(z),
  slopeFrom: 'z',
  glslValue: 'sin(z)',
  glslSlope: 'cos(z)',
};
