import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import { gradientLayout } from './gradientLayout.ts';
import { firstGradientProgram } from './gradientPrograms.ts';
import { layersOf } from './layers.ts';
import { type Quads, readTexels, release, runProgram, uploadList } from './quads.ts';
import { passPrograms, runPasses } from './stepPasses.ts';
import { fromUnitOrder } from './unitOrder.ts';

const largestChunk = 1024;

/** What to take the gradient of: the network in the stacks, on these samples of the texture. */
export interface GradientTask {
  readonly network: NetworkSpecification;
  readonly stacks: readonly Quads[];
  readonly samples: Quads;
  readonly indices: Uint32Array;
}

/** The mean gradient of the loss over some samples, chunk by chunk, in the order of the parameters. */
export async function measureGradient(
  device: WebglDevice,
  { network, stacks, samples, indices }: GradientTask,
): Promise<Float32Array> {
  const layers = layersOf(network);
  const shapes = layerShapes(network);
  const rows = Math.min(largestChunk, Math.max(64, 2 ** Math.ceil(Math.log2(indices.length))));
  const capacity = rows / 4;
  const shape = { layers, features: network.features.length, capacity, dropout: false };
  const passes = passPrograms(shape);
  const firstProgram = firstGradientProgram(shape);
  const order = uploadList(device, Float32Array.from(indices));
  const sums = new Float64Array(parameterCount(network));
  const factors = [1 / indices.length, 1];
  for (let first = 0; first < indices.length; first += rows) {
    const count = Math.min(rows, indices.length - first);
    const counts = layers.map(() => [first / 4, count, 0, 0]);
    const inputs = { samples, order, stacks };
    const { outputs, gradients, firstInputs } = runPasses(device, passes, inputs, {
      counts,
      factors,
    });
    const firstGradient = runProgram(device, firstProgram, firstInputs, {
      counts: counts[0],
      factors,
    });
    const all = [firstGradient, ...gradients];
    const texels = await readTexels(
      device,
      all.map((matrix) => ({ matrix, quads: matrix.quads })),
    );
    const part = new Float32Array(sums.length);
    shapes.forEach((layer, l) => {
      const { start, width } = gradientLayout(layers, l, capacity);
      fromUnitOrder(texels[l].subarray(4 * start * width), layer, part);
    });
    for (let i = 0; i < sums.length; i++) sums[i] += part[i];
    for (const matrix of [...outputs, ...all]) release(device, matrix);
  }
  release(device, order);
  return Float32Array.from(sums);
}
