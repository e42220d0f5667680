import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import { gradientLayout } from './gradientLayout.ts';
import { firstGradientProgram } from './gradientPrograms.ts';
import { layersOf } from './layers.ts';
import { type Quads, readTexels, release, runProgram, stripColumns, uploadList } from './quads.ts';
import { passPrograms, runPasses } from './stepPasses.ts';

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
  const capacity = Math.min(largestChunk, Math.max(64, 2 ** Math.ceil(Math.log2(indices.length))));
  const shape = { layers, features: network.features.length, capacity, dropout: false };
  const passes = passPrograms(shape);
  const firstProgram = firstGradientProgram(shape);
  const order = uploadList(device, Float32Array.from(indices));
  const sums = new Float64Array(parameterCount(network));
  const factors = [1 / indices.length, 1];
  for (let first = 0; first < indices.length; first += capacity) {
    const count = Math.min(capacity, indices.length - first);
    const counts = layers.map(() => [first, count, 0, 0]);
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
      all.map((matrix) => ({ matrix, rows: matrix.rows })),
    );
    layerShapes(network).forEach(({ inputs, outputs, weights }, l) => {
      const { start, width } = gradientLayout(layers, l, capacity);
      const block = stripColumns(texels[l].subarray(4 * start * width), outputs, inputs + 1);
      for (let i = 0; i < block.length; i++) sums[weights + i] += block[i];
    });
    for (const matrix of [...outputs, ...all]) release(device, matrix);
  }
  release(device, order);
  return Float32Array.from(sums);
}
