import { Heap } from './heap.ts';
import { kernelBinary } from './kernelBinary.ts';

/**
 * What the kernel exports. `network` is the address of a network's record, `space` that of the
 * working space; see `kernel/main.ts`.
 */
interface KernelExports {
  readonly memory: WebAssembly.Memory;
  step(network: number, space: number, stepsBefore: number, first: number, count: number): void;
  measureGradient(network: number, space: number, first: number, count: number): void;
  readonly activations: OverRows<[inputs: number], void>;
  readonly probabilities: OverRows<[inputs: number], void>;
  readonly losses: OverRows<[inputs: number, labels: number], number>;
  readonly probabilitiesAndLosses: OverRows<[inputs: number, labels: number], number>;
  readValues(network: number, space: number, layer: number, rows: number): void;
  shuffle(order: number, size: number, seed: number): void;
}

/** Over consecutive rows of matrices at these addresses. */
type OverRows<Matrices extends number[], Result> = (
  network: number,
  space: number,
  ...matricesFirstAndRows: [...Matrices, first: number, rows: number]
) => Result;

/**
 * An instance of the SIMD kernel with its memory, which may hold any number of networks. They take
 * turns in one working space, which is as large as the largest of them needs.
 */
export class Kernel {
  readonly calls: KernelExports;
  readonly heap: Heap;
  #space = 0;
  #spaceBytes = 0;

  constructor(calls: KernelExports) {
    this.calls = calls;
    this.heap = new Heap(calls.memory);
  }

  /** Address of the working space; it may change with the next `reserveSpace`. */
  get space(): number {
    return this.#space;
  }

  /** Makes the working space at least that large. */
  reserveSpace(bytes: number): void {
    if (bytes <= this.#spaceBytes) return;
    this.heap.release(this.#space);
    this.#space = this.heap.allocate(bytes);
    this.#spaceBytes = bytes;
  }

  /* Views of the memory. They become invalid when it grows, so do not keep them. */

  view(): DataView {
    return new DataView(this.calls.memory.buffer);
  }

  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.calls.memory.buffer, address, count);
  }

  words(address: number, count: number): Uint32Array {
    return new Uint32Array(this.calls.memory.buffer, address, count);
  }

  bytes(address: number, count: number): Uint8Array {
    return new Uint8Array(this.calls.memory.buffer, address, count);
  }
}

let compiled: Promise<WebAssembly.Module> | undefined;

/**
 * A new instance with its own memory.
 * @throws Error with a sentence where there is no WebAssembly with SIMD.
 */
export async function createKernel(): Promise<Kernel> {
  compiled ??= compile();
  const module = await compiled; // first: where there is no WebAssembly, its sentence says so
  const { exports } = await WebAssembly.instantiate(module);
  return new Kernel(exports as unknown as KernelExports);
}

/** Versions: https://webassembly.org/features, "Fixed-width SIMD". */
async function compile(): Promise<WebAssembly.Module> {
  const binary = decode(kernelBinary);
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(binary)) {
    throw new Error(
      'This browser has no WebAssembly with SIMD, which came with Safari 16.4, Chrome 91 ' +
        'and Firefox 89. A newer browser has it.',
    );
  }
  return WebAssembly.compile(binary);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64); // it skips line ends
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
