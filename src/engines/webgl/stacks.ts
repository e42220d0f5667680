import { entryAt } from '../../learning/entryAt.ts';
import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import { quadsFor } from './glsl.ts';
import { overwriteTexels, type Quads, readTexels, uploadTexels } from './quads.ts';
import { fromUnitOrder, toUnitOrder } from './unitOrder.ts';

/*
 * The stack of a layer holds its parameters and updater state: a row for each unit, with its
 * parameters and then its part of each slot, each in whole quads.
 */

/** `state`: the slots one after the other, each in the order of the parameters; may be empty. */
export function uploadStacks(
  device: WebglDevice,
  network: NetworkSpecification,
  parameters: Float32Array,
  state: Float32Array,
): Quads[] {
  const vectors = [parameters, ...slotsOf(state, parameters.length)];
  return layerShapes(network).map((shape) => {
    const { inputs, outputs } = shape;
    const width = 4 * quadsFor(inputs + 1);
    const texels = new Float32Array(outputs * vectors.length * width);
    vectors.forEach((vector, block) => {
      const units = toUnitOrder(vector, shape);
      for (let unit = 0; unit < outputs; unit++) {
        const part = units.subarray(unit * width, (unit + 1) * width);
        texels.set(part, (unit * vectors.length + block) * width);
      }
    });
    return uploadTexels(device, outputs, (vectors.length * width) / 4, texels);
  });
}

/** Changes the parameters and leaves the slots as they are. */
export function overwriteParameters(
  device: WebglDevice,
  network: NetworkSpecification,
  stacks: readonly Quads[],
  parameters: Float32Array,
): void {
  layerShapes(network).forEach((shape, l) => {
    const quads = quadsFor(shape.inputs + 1);
    overwriteTexels(device, entryAt(stacks, l), quads, toUnitOrder(parameters, shape));
  });
}

/** The parameters and the first `slots` slots. */
export async function readStacks(
  device: WebglDevice,
  network: NetworkSpecification,
  stacks: readonly Quads[],
  slots: number,
): Promise<{ parameters: Float32Array; state: Float32Array }> {
  const shapes = layerShapes(network);
  const blocks = 1 + slots;
  const texels = await readTexels(
    device,
    shapes.map(({ inputs }, l) => ({
      matrix: entryAt(stacks, l),
      quads: blocks * quadsFor(inputs + 1),
    })),
  );
  const count = parameterCount(network);
  const vectors = new Float32Array(blocks * count);
  shapes.forEach((shape, l) => {
    const width = 4 * quadsFor(shape.inputs + 1);
    for (let block = 0; block < blocks; block++) {
      const units = new Float32Array(shape.outputs * width);
      for (let unit = 0; unit < shape.outputs; unit++) {
        const start = (unit * blocks + block) * width;
        units.set(entryAt(texels, l).subarray(start, start + width), unit * width);
      }
      fromUnitOrder(units, shape, vectors.subarray(block * count, (block + 1) * count));
    }
  });
  return { parameters: vectors.slice(0, count), state: vectors.slice(count) };
}

function slotsOf(state: Float32Array, count: number): Float32Array[] {
  return Array.from({ length: state.length / count }, (_, slot) =>
    state.subarray(slot * count, (slot + 1) * count),
  );
}
