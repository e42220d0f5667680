import type { GPGPUProgram } from './device.ts';
import { gradientLayout, gradientReader } from './gradientLayout.ts';
import { heldReader, heldTexture } from './heldMask.ts';
import { defineProgram } from './quads.ts';
import type { StepShape } from './trainingInputs.ts';

/** The number of partial sums of a layer's squares, which are computed in parallel. */
const parts = 16;

/**
 * Sums of squares of all layers' gradients, from the textures `gradient0`, `gradient1`, …, without
 * those of frozen and cut parameters. Writes a
 * row for each layer, with four sums in each of its `parts` texels.
 */
export function normProgram(shape: StepShape): GPGPUProgram {
  const { layers, capacity } = shape;
  const layouts = layers.map((_, l) => gradientLayout(layers, l, capacity));
  const readers = layouts.map((layout, l) => gradientReader(layout, `gradient${l}`));
  const sums = layouts.map(
    ({ entries }, l) => `
  if (layer == ${l}) {
    for (int entry = part; entry < ${entries}; entry += ${parts}) {
      vec4 g = unlessHeld${l}(entry, gradient${l}Entry(entry), vec4(0.0));
      sums += g * g;
    }
  }`,
  );
  return defineProgram({
    textures: [...layers.map((_, l) => `gradient${l}`), ...heldTexture(shape)],
    rows: layers.length,
    quads: parts,
    counts: 1,
    factors: 1,
    glsl: [
      ...readers,
      ...layers.map((_, l) => heldReader(shape, l)),
      `
vec4 result(int layer, int part) {
  vec4 sums = vec4(0.0);${sums.join('')}
  return sums;
}`,
    ],
  });
}

/**
 * `float clippingFactor(float limit)`: the factor that limits the norm of the whole gradient, from
 * the texture `squares` that `normProgram` wrote.
 */
export function clippingFactor({ layers }: StepShape): string {
  return `
float clippingFactor(float limit) {
  vec4 sums = vec4(0.0);
  for (int layer = 0; layer < ${layers.length}; layer++) {
    for (int part = 0; part < ${parts}; part++) {
      sums += texelFetch(squares, ivec2(part, layer), 0);
    }
  }
  float norm = sqrt(dot(sums, vec4(1.0)));
  return norm > limit ? limit / norm : 1.0;
}`;
}
