import type { Activation } from './activation.ts';

/**
 * The sine of an angle in turns, as GLSL. GLSL's own sin may be wrong by 2^-11 (SwiftShader's is by
 * 2e-4), which would train another network. With f the angle in −½…½ turns, u = f·(8 − 16·|f|) and
 * |sin| = cos(π/2·√(1 − |u|)), a smooth function of |u|. The polynomial is our own fit with the
 * smallest maximum error, 5.3e-8. In single precision the angle's rounding adds to it: the largest
 * error is 2.9e-7 for |z| ≤ π, 6.9e-6 for |z| ≤ 100 and 7.9e-4 for |z| ≤ 10,000. From 2^23 turns on,
 * adding ½ rounds to even and f may be ±1: there max keeps the result within −1…1.
 */
function glslSine(turns: string): string {
  const f = `(${turns} - floor(${turns} + 0.5))`;
  const u = `(${f} * max(0.0, 8.0 - 16.0 * abs(${f})))`;
  const coefficients = [0.78539651, 0.19636555, 0.017381184, 0.00085670177];
  return `${u} * (${coefficients.join(` + abs(${u}) * (`)}${')'.repeat(coefficients.length)}`;
}

const turns = 'z * 0.15915494309189535';

export const sine: Activation = {
  name: 'sine',
  label: 'sine',
  formula: 'a = sin(z)',
  source:
    'Sitzmann et al., Implicit Neural Representations with Periodic Activation Functions, 2020',
  value: Math.sin,
  slope: (z) => Math.cos(z),
  slopeFrom: 'z',
  glslValue: glslSine(turns),
  glslSlope: glslSine(`${turns} + 0.25`),
  tfjs: (graph, z) => graph.sine(z),
};
