import { dropoutSource } from '../../learning/dropout.ts';
import { parameterCount } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { Kernel } from './kernel.ts';
import { type Layout, layOut, mostFactors } from './layout.ts';
import { layerFields, networkFields, recordBytes, writeRecord } from './record.ts';

/** Bytes for a held parameter; see kernel/holdParameters.ts. */
const heldBytes = 20;

type NetworkField = keyof typeof networkFields;

/** The piece of a kernel's memory that belongs to one network. */
export class NetworkMemory {
  readonly kernel: Kernel;
  readonly layout: Layout;
  /** Address of the network's record, which is the kernel's handle for the network. */
  readonly address: number;
  /** Number of parameters, without the padding of the vector. */
  readonly #count: number;
  #held = 0;

  constructor(kernel: Kernel, network: NetworkSpecification) {
    this.kernel = kernel;
    this.layout = layOut(network);
    this.#count = parameterCount(network);
    kernel.reserveSpace(this.layout.spaceBytes);
    this.address = kernel.heap.allocate(this.layout.bytes);
    kernel.bytes(this.address, this.layout.bytes).fill(0);
    this.#writeLayout(network);
  }

  release(): void {
    this.kernel.heap.release(this.#held);
    this.kernel.heap.release(this.address);
  }

  /** A copy. */
  get parameters(): Float32Array {
    return this.#vector(this.layout.parameters).slice();
  }

  set parameters(values: Float32Array) {
    this.#vector(this.layout.parameters).set(values);
  }

  /** A copy of the gradient that the kernel computed last. */
  get gradient(): Float32Array {
    return this.#vector(this.layout.gradient).slice();
  }

  /** A copy of that many slots of the updater, one after the other. */
  readState(slots: number): Float32Array {
    const state = new Float32Array(slots * this.#count);
    for (let i = 0; i < slots; i++) state.set(this.#slot(i), i * this.#count);
    return state;
  }

  /** Slots that the state does not hold become 0. */
  writeState(state: Float32Array): void {
    const { layout, address } = this;
    this.kernel.bytes(address + layout.state, layout.bytes - layout.state).fill(0);
    for (let first = 0, slot = 0; first < state.length; first += this.#count, slot++) {
      this.#slot(slot).set(state.subarray(first, first + this.#count));
    }
  }

  /** A view; it becomes invalid when the memory grows. */
  get factors(): Float32Array {
    return this.kernel.floats(this.address + this.layout.factors, mostFactors);
  }

  /** Says which parameters training leaves as they are, by their indices. */
  hold(indices: Uint32Array): void {
    const { heap } = this.kernel;
    heap.release(this.#held);
    this.#held = indices.length > 0 ? heap.allocate(heldBytes * indices.length) : 0;
    const words = this.kernel.words(this.#held, (heldBytes / 4) * indices.length);
    indices.forEach((index, i) => (words[(heldBytes / 4) * i] = 4 * index));
    this.write({ held: this.#held, heldCount: indices.length });
  }

  write(values: Partial<Record<NetworkField, number>>): void {
    writeRecord(this.kernel.view(), this.address, networkFields, values);
  }

  #writeLayout({ features, classes, seed }: NetworkSpecification): void {
    const { address, layout } = this;
    const { layers, chunkRows, parameterBytes, rowInputs, rowLabels, results } = layout;
    this.write({
      ...{ layers: layers.length, features: features.length, classes, chunkRows },
      ...{ parameterBytes, rowInputs, rowLabels, results },
      parameters: address + layout.parameters,
      gradient: address + layout.gradient,
      state: address + layout.state,
      factors: address + layout.factors,
      dropoutSource: dropoutSource(seed),
    });
    layers.forEach((layer, i) => {
      const record = address + recordBytes(networkFields) + i * recordBytes(layerFields);
      writeRecord(this.kernel.view(), record, layerFields, { ...layer });
    });
  }

  #vector(offset: number): Float32Array {
    return this.kernel.floats(this.address + offset, this.#count);
  }

  #slot(index: number): Float32Array {
    return this.#vector(this.layout.state + index * this.layout.parameterBytes);
  }
}
