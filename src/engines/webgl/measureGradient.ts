import { entryAt } from '../../learning/entryAt.ts';
import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import { gradientLayout } from './gradientLayout.ts';
import { firstGradientProgram } from './gradientPrograms.ts';
import { layersOf } from './layers.ts';
import { type Quads, readTexels, release, runProgram, uploadList } from './quads.ts';
import { passPrograms, type PassUniforms, runPasses, type StepInputs } from './stepPasses.ts';
import type { StepShape } from './trainingInputs.ts';
import { fromUnitOrder } from './unitOrder.ts';

const largestChunk = 1024;

/** The network in the stacks, and the samples of the texture over which to take the gradient. */
export interface GradientTask {
  readonly network: NetworkSpecification;
  readonly stacks: readonly Quads[];
  readonly samples: Quads;
  readonly indices: Uint32Array;
}

/**
 * The mean gradient of the loss over some samples, chunk by chunk, in the order of the parameters.
 */
export async function measureGradient(
  device: WebglDevice,
  { network, stacks, samples, indices }: GradientTask,
): Promise<Float32Array> {
  const rows = Math.min(largestChunk, Math.max(64, 2 ** Math.ceil(Math.log2(indices.length))));
  const layers = layersOf(network);
  const shape = {
    ...{ layers, features: network.features.length, capacity: rows / 4, dropout: false },
    heldLayers: new Set<number>(),
  };
  const run = gradientRun(device, shape);
  const order = uploadList(device, Float32Array.from(indices));
  const sums = new Float64Array(parameterCount(network));
  const part = new Float32Array(sums.length);
  for (let first = 0; first < indices.length; first += rows) {
    const count = Math.min(rows, indices.length - first);
    const gradients = run(
      { samples, order, stacks },
      {
        counts: layers.map(() => [first / 4, count, 0, 0]),
        factors: [1 / indices.length, 1],
      },
    );
    const texels = await readTexels(
      device,
      gradients.map((matrix) => ({ matrix, quads: matrix.quads })),
    );
    layerShapes(network).forEach((layer, l) => {
      const { start, width } = gradientLayout(layers, l, shape.capacity);
      fromUnitOrder(entryAt(texels, l).subarray(4 * start * width), layer, part);
    });
    part.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + value));
    for (const matrix of gradients) release(device, matrix);
  }
  release(device, order);
  return Float32Array.from(sums);
}

/** A function that computes the gradients of all layers, each in its texture. */
function gradientRun(device: WebglDevice, shape: StepShape) {
  const passes = passPrograms(shape);
  const firstProgram = firstGradientProgram(shape);
  return (inputs: StepInputs, uniforms: PassUniforms): Quads[] => {
    const { outputs, gradients, firstInputs } = runPasses(device, passes, inputs, uniforms);
    const { counts, factors } = uniforms;
    const first = runProgram(device, firstProgram, firstInputs, {
      counts: entryAt(counts, 0),
      factors,
    });
    for (const matrix of outputs) release(device, matrix);
    return [first, ...gradients];
  };
}
