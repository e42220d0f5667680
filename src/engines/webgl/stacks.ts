import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import {
  overwriteTexels,
  padColumns,
  type Quads,
  readTexels,
  stripColumns,
  uploadTexels,
} from './quads.ts';

/*
 * The stack of a layer holds its parameters and updater state one below the other: for the
 * parameters and then each slot a block of inputs + 1 rows × outputs, weights first, biases last.
 * A block is a part of the flat vector as it stands.
 */

/** `state`: the slots one after the other, each in the order of the parameters; may be empty. */
export function uploadStacks(
  device: WebglDevice,
  network: NetworkSpecification,
  parameters: Float32Array,
  state: Float32Array,
): Quads[] {
  const vectors = [parameters];
  for (let start = 0; start < state.length; start += parameters.length) {
    vectors.push(state.subarray(start, start + parameters.length));
  }
  return layerShapes(network).map(({ inputs, outputs, weights }) => {
    const size = (inputs + 1) * outputs;
    const blocks = new Float32Array(vectors.length * size);
    vectors.forEach((vector, block) => {
      blocks.set(vector.subarray(weights, weights + size), block * size);
    });
    const texels = padColumns(blocks, outputs);
    const rows = vectors.length * (inputs + 1);
    return uploadTexels(device, rows, texels.length / (4 * rows), texels);
  });
}

/** Changes the parameters and leaves the slots as they are. */
export function overwriteParameters(
  device: WebglDevice,
  network: NetworkSpecification,
  stacks: readonly Quads[],
  parameters: Float32Array,
): void {
  layerShapes(network).forEach(({ inputs, outputs, weights }, l) => {
    const block = parameters.subarray(weights, weights + (inputs + 1) * outputs);
    overwriteTexels(device, stacks[l], padColumns(block, outputs));
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
  const layers = await readTexels(
    device,
    stacks.map((matrix, l) => ({ matrix, rows: (1 + slots) * (shapes[l].inputs + 1) })),
  );
  const count = parameterCount(network);
  const vectors = new Float32Array((1 + slots) * count);
  shapes.forEach(({ inputs, outputs, weights }, l) => {
    const size = (inputs + 1) * outputs;
    const blocks = stripColumns(layers[l], outputs, (1 + slots) * (inputs + 1));
    for (let block = 0; block <= slots; block++) {
      vectors.set(blocks.subarray(block * size, (block + 1) * size), block * count + weights);
    }
  });
  return { parameters: vectors.slice(0, count), state: vectors.slice(count) };
}
