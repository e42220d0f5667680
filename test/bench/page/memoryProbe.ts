import { createKernel, type Kernel } from '../../../src/engines/simd/kernel.ts';
import { SimdNetwork } from '../../../src/engines/simd/network.ts';
import { initialParameters } from '../../../src/learning/initialParameters.ts';
import { someSamples } from '../../support/networks.ts';
import { type Shape, specificationOf } from '../benchCases.ts';

/** Bytes of the kernel's memory: all, and those in use. */
export interface KernelMemory {
  readonly whole: number;
  readonly inUse: number;
}

let kernel: Kernel | undefined;
let network: SimdNetwork | undefined;

/** A network on the main thread, because only there the browser reports the memory. */
export const memoryProbe = {
  async begin(shape: Shape): Promise<void> {
    const specification = specificationOf(shape);
    kernel = await createKernel();
    const parameters = Float32Array.from(initialParameters(specification.network));
    network = new SimdNetwork(kernel, specification, parameters);
    network.load('training', someSamples(shape.samples));
  },

  train(steps: number): void {
    network?.train(steps);
  },

  memory(): KernelMemory {
    if (!kernel) throw new Error('There is no network yet: begin first.');
    return { whole: kernel.calls.memory.buffer.byteLength, inUse: kernel.heap.usedBytes };
  },
};
