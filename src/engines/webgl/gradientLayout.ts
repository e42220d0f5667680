import { quadsFor } from './glsl.ts';
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
  return `
vec4 ${texture}Quad(int row, int quad) {
  int place = row * ${quadsFor(layer.outputs)} + quad;
  return texelFetch(${texture}, ivec2(place % ${width}, ${start} + place / ${width}), 0);
}`;
}
