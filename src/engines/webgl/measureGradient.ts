import { layerShapes, parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { WebglDevice } from './device.ts';
import { gradientPrograms, runGradients } from './gradientPass.ts';
import { gradientStart } from './gradientPrograms.ts';
import { layersOf } from './layers.ts';
import { type Quads, readTexels, release, uploadList } from './quads.ts';

const largestChunk = 1024;

/** The mean gradient of the loss over some samples, chunk by chunk, in the order of the parameters. */
export async function measureGradient(
  device: WebglDevice,
  parts: {
    readonly network: NetworkSpecification;
    readonly samples: Quads;
    readonly stacks: readonly Quads[];
    readonly indices: Uint32Array;
  },
): Promise<Float32Array> {
  const { network, samples, stacks, indices } = parts;
  const layers = layersOf(network);
  const capacity = Math.min(largestChunk, Math.max(64, 2 ** Math.ceil(Math.log2(indices.length))));
  const programs = gradientPrograms(layers, network.features.length, capacity);
  const order = uploadList(device, Float32Array.from(indices));
  const sums = new Float64Array(parameterCount(network));
  for (let first = 0; first < indices.length; first += capacity) {
    const count = Math.min(capacity, indices.length - first);
    const gradients = runGradients(
      device,
      programs,
      { samples, order, stacks },
      { counts: layers.map(() => [first, count, 0, 0]), factors: [1 / indices.length, 1] },
    );
    const texels = await readTexels(
      device,
      gradients.map((matrix) => ({ matrix, rows: matrix.rows })),
    );
    gradients.forEach((matrix, l) => {
      addTexels(sums, texels[l], {
        first: gradientStart(layers[l], capacity) * matrix.quads * 4,
        stride: matrix.quads * 4,
        shape: layerShapes(network)[l],
      });
      release(device, matrix);
    });
  }
  release(device, order);
  return Float32Array.from(sums);
}

/** Adds a layer's inputs + 1 rows of texels to its part of the flat vector. */
function addTexels(
  sums: Float64Array,
  texels: Float32Array,
  place: {
    readonly first: number;
    readonly stride: number;
    readonly shape: { readonly inputs: number; readonly outputs: number; readonly weights: number };
  },
): void {
  const { first, stride, shape } = place;
  const { inputs, outputs, weights } = shape;
  for (let row = 0; row <= inputs; row++) {
    for (let unit = 0; unit < outputs; unit++) {
      sums[weights + row * outputs + unit] += texels[first + row * stride + unit];
    }
  }
}
