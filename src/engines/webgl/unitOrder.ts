import type { LayerShape } from '../../learning/parameters.ts';
import { quadsFor } from './glsl.ts';

/*
 * The flat vector holds a layer's weights by input and then its biases; the programs read them by
 * unit: the weights of a unit, its bias, then zeros up to a whole quad.
 */

/** A layer's part of the flat vector, by unit. */
export function toUnitOrder(vector: Float32Array, shape: LayerShape): Float32Array {
  const { inputs, outputs, weights } = shape;
  const width = 4 * quadsFor(inputs + 1);
  const units = new Float32Array(outputs * width);
  for (let input = 0; input <= inputs; input++) {
    for (let unit = 0; unit < outputs; unit++) {
      units[unit * width + input] = vector[weights + input * outputs + unit] ?? 0;
    }
  }
  return units;
}

/** The inverse of `toUnitOrder`: writes the layer's part of the flat vector. */
export function fromUnitOrder(
  units: Float32Array,
  shape: LayerShape,
  vector: Float32Array | Float64Array,
): void {
  const { inputs, outputs, weights } = shape;
  const width = 4 * quadsFor(inputs + 1);
  for (let input = 0; input <= inputs; input++) {
    for (let unit = 0; unit < outputs; unit++) {
      vector[weights + input * outputs + unit] = units[unit * width + input] ?? 0;
    }
  }
}
