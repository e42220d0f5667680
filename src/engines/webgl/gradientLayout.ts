import { divided, quadsFor } from './glsl.ts';
import type { Layer } from './layers.ts';

/**
 * Where a layer's gradient, inputs + 1 rows × outputs, stands in its texture: quad after quad, in
 * rows of `width` from row `start` on.
 */
export interface GradientLayout {
  readonly start: number;
  readonly width: number;
  /** Rows of the whole texture. */
  readonly rows: number;
}

/**
 * The gradient of the first layer has a texture to itself; those of the others stand below the error
 * of the layer beneath, which takes `capacity` rows. Filling these rows spares idle texels.
 */
export function gradientLayout(
  layers: readonly Layer[],
  l: number,
  capacity: number,
): GradientLayout {
  const { inputs, outputs } = layers[l];
  const quads = quadsFor(outputs);
  const width = l === 0 ? quads : Math.max(quadsFor(layers[l - 1].outputs), quads);
  const start = l === 0 ? 0 : capacity;
  return { start, width, rows: start + Math.ceil(((inputs + 1) * quads) / width) };
}

/** `vec4 gradientQuad(int row, int quad)`: reads the gradient of a layer from `texture`. */
export function gradientReader(
  layer: Layer,
  { start, width }: GradientLayout,
  texture = 'gradient',
): string {
  const quads = quadsFor(layer.outputs);
  const place =
    quads === width
      ? `int line = row; int place = row * ${width} + quad;`
      : `int place = row * ${quads} + quad; int line = ${divided('place', width)};`;
  return `
vec4 ${texture}Quad(int row, int quad) {
  ${place}
  return texelFetch(${texture}, ivec2(place - line * ${width}, ${start} + line), 0);
}`;
}
