import type { Activation } from './activation.ts';

export const linear: Activation = {
  name: 'linear',
  label: 'linear',
  formula: 'a = z',
  source: 'Widrow and Hoff, Adaptive Switching Circuits, 1960',
  value: (z) => z,
  slope: () => 1,
  slopeFrom: 'a',
  glslValue: 'z',
  glslSlope: '1.0',
  tfjs: 'linear',
};
