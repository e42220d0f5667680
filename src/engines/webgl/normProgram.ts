import type { GPGPUProgram } from './device.ts';
import { quadsFor } from './glsl.ts';
import { gradientLayout, gradientReader } from './gradientLayout.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import type { StepShape } from './trainingInputs.ts';

function widest(layers: readonly Layer[]): number {
  return Math.max(...layers.map(({ outputs }) => quadsFor(outputs)));
}

/**
 * Sums of squares over the columns of all layers' gradients, from the textures `gradient0`,
 * `gradient1`, … Writes one row per layer.
 */
export function normProgram({ layers, capacity }: StepShape): GPGPUProgram {
  const readers = layers.map((layer, l) =>
    gradientReader(layer, gradientLayout(layers, l, capacity), `gradient${l}`),
  );
  const sums = layers.map(
    ({ inputs, outputs }, l) => `
  if (layer == ${l} && quad < ${quadsFor(outputs)}) {
    for (int row = 0; row <= ${inputs}; row++) {
      vec4 g = gradient${l}Quad(row, quad);
      sums += g * g;
    }
  }`,
  );
  return defineProgram({
    textures: layers.map((_, l) => `gradient${l}`),
    rows: layers.length,
    quads: widest(layers),
    counts: 1,
    factors: 1,
    glsl: [
      ...readers,
      `
vec4 result(int layer, int quad) {
  vec4 sums = vec4(0.0);${sums.join('')}
  return sums;
}`,
    ],
  });
}

/**
 * `float clippingFactor(float limit)`: what shortens the whole gradient to at most that norm, from
 * the texture `squares` that `normProgram` wrote.
 */
export function clippingFactor(layers: readonly Layer[]): string {
  return `
float clippingFactor(float limit) {
  float sum = 0.0;
  for (int layer = 0; layer < ${layers.length}; layer++) {
    for (int quad = 0; quad < ${widest(layers)}; quad++) {
      sum += dot(texelFetch(squares, ivec2(quad, layer), 0), vec4(1.0));
    }
  }
  float norm = sqrt(sum);
  return norm > limit ? limit / norm : 1.0;
}`;
}
