import { entryAt } from '../../learning/entryAt.ts';
import { divided, quadsFor } from './glsl.ts';
import type { Layer } from './layers.ts';

/**
 * The place of a layer's gradient in its texture: the quads of its parameters, unit after unit, in
 * rows of `width` from row `start` on.
 */
export interface GradientLayout {
  readonly start: number;
  readonly width: number;
  /** Rows of the whole texture. */
  readonly rows: number;
  /** Quads of the gradient, of all units and of one. */
  readonly entries: number;
  readonly perUnit: number;
}

/** Quads of a unit's parameters: its weights and its bias. */
export function quadsPerUnit({ inputs }: Layer): number {
  return quadsFor(inputs + 1);
}

/**
 * The gradient of the first layer has a separate texture. That of each other layer is below the
 * error of the layer beneath it, which takes `capacity` rows. Full rows leave few texels unused.
 */
export function gradientLayout(
  layers: readonly Layer[],
  l: number,
  capacity: number,
): GradientLayout {
  const layer = entryAt(layers, l);
  const perUnit = quadsPerUnit(layer);
  const entries = layer.outputs * perUnit;
  const width = l === 0 ? perUnit : Math.max(layer.inputs, layer.outputs);
  const start = l === 0 ? 0 : capacity;
  return { start, width, rows: start + Math.ceil(entries / width), entries, perUnit };
}

/** `vec4 <texture>Entry(int entry)`: reads a quad of a gradient. */
export function gradientReader({ start, width }: GradientLayout, texture: string): string {
  return `
vec4 ${texture}Entry(int entry) {
  int row = ${divided('entry', width)};
  return texelFetch(${texture}, ivec2(entry - row * ${width}, ${start} + row), 0);
}`;
}
