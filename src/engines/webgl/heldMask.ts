import { heldParameters, type Mask } from '../../learning/heldParameters.ts';
import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import { listQuad } from './glsl.ts';
import { quadsPerUnit } from './gradientLayout.ts';
import type { Layer } from './layers.ts';
import { type Quads, uploadList } from './quads.ts';
import type { StepShape } from './trainingInputs.ts';
import { toUnitOrder } from './unitOrder.ts';

/*
 * The texture `held` is a list of 1 for each frozen or cut parameter and 0 for the others: layer
 * after layer the quads of its units, as in the stacks. Only programs of layers that hold something
 * read it, so that a network without frozen and cut parameters runs the programs that it always ran.
 */

/** The layers in which something is frozen or cut. */
export function heldLayers(network: NetworkSpecification, mask: Mask): ReadonlySet<number> {
  const held = heldParameters(mask);
  const shapes = layerShapes(network);
  const isIn = (l: number) => (index: number) =>
    index >= (shapes[l]?.weights ?? 0) && index < (shapes[l + 1]?.weights ?? Infinity);
  return new Set(shapes.map((_, l) => l).filter((l) => held.some(isIn(l))));
}

export function uploadMask(device: WebglDevice, network: NetworkSpecification, mask: Mask): Quads {
  const flags = new Float32Array(parameterCount(network));
  for (const index of heldParameters(mask)) flags[index] = 1;
  const units = layerShapes(network).map((shape) => toUnitOrder(flags, shape));
  return uploadList(device, Float32Array.from(units.flatMap((layer) => Array.from(layer))));
}

/** The name of the texture, where programs of that layer, or of any layer, read it. */
export function heldTexture({ heldLayers: held }: StepShape, layer?: Layer): readonly string[] {
  return (layer ? held.has(layer.index) : held.size > 0) ? ['held'] : [];
}

/** `vec4 unlessHeld<l>(int entry, vec4 value, vec4 otherwise)`: for a quad of a layer's parameters. */
export function heldReader({ layers, heldLayers: held }: StepShape, l: number): string {
  const name = `unlessHeld${l}`;
  const head = `vec4 ${name}(int entry, vec4 value, vec4 otherwise)`;
  if (!held.has(l)) return `\n${head} {\n  return value;\n}`;
  const start = layers
    .slice(0, l)
    .reduce((sum, layer) => sum + layer.outputs * quadsPerUnit(layer), 0);
  return `${listQuad(`heldQuad${l}`, 'held')}
${head} {
  return mix(value, otherwise, greaterThan(heldQuad${l}(${start} + entry), vec4(0.5)));
}`;
}
