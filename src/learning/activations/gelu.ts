import type { Activation } from './activation.ts';
import { sigmoid } from './sigmoid.ts';

/** √(8/π), the factor 2·√(2/π) of u. */
const scale = 1.5957691216057308;
const cubic = 0.044715;

/** The argument of the sigmoid: ½·(1 + tanh(x)) = σ(2x). */
const argument = (z: number) => scale * z * (1 + cubic * z * z);

// Beyond ±9 the sigmoid of u is 0 or 1 in single precision, and e^u stays finite up to there.
const notBelow = 'max(z, -9.0)';
const clamped = `min(${notBelow}, 9.0)`;
const square = `${clamped} * ${clamped}`;
const glslArgument = `${scale} * ${clamped} * (1.0 + ${cubic} * ${square})`;

/**
 * The authors' approximation by tanh, because GLSL lacks the error function of the exact form. Its slope, with σ the sigmoid and u its argument: σ(u) + a·σ(−u)·du/dz.
 */
export const gelu: Activation = {
  name: 'gelu',
  label: 'GELU',
  formula: 'a = ½·z·(1 + tanh(√(2/π)·(z + 0.044715·z³)))',
  source: 'Hendrycks and Gimpel, Gaussian Error Linear Units, 2016, in their approximation by tanh',
  value: (z) => z * sigmoid.value(argument(z)),
  slope(z, a) {
    const u = argument(z);
    return sigmoid.value(u) + a * sigmoid.value(-u) * scale * (1 + 3 * cubic * z * z);
  },
  slopeFrom: 'z',
  glslValue: `${notBelow} / (1.0 + exp(-(${glslArgument})))`,
  glslSlope:
    `1.0 / (1.0 + exp(-(${glslArgument})))` +
    ` + a / (1.0 + exp(${glslArgument})) * ${scale} * (1.0 + ${3 * cubic} * ${square})`,
  // By layers: tfjs's `gelu` is the exact form, and its reader of model.json mangles `gelu_new`.
  tfjs(graph, z) {
    const u = graph.product(z, graph.scaled(graph.product(z, z), scale * cubic, scale));
    return graph.product(z, graph.activated(u, 'sigmoid'));
  },
};
