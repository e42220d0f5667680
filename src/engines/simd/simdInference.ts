import type { ProbabilitiesAndLoss } from '../../learning/engine.ts';
import { entryAt } from '../../learning/entryAt.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { NetworkMemory } from './networkMemory.ts';
import type { SampleBlock } from './sampleBlock.ts';

/** Applies the network to any number of samples, in chunks that fit the working space. */
export class SimdInference {
  readonly #memory: NetworkMemory;
  readonly #network: NetworkSpecification;

  constructor(memory: NetworkMemory, network: NetworkSpecification) {
    this.#memory = memory;
    this.#network = network;
  }

  /** n×K class probabilities. */
  probabilities(samples: SampleBlock): Float32Array {
    const { kernel, address } = this.#memory;
    const { classes, hidden } = this.#network;
    const probabilities = new Float32Array(samples.size * classes);
    this.#eachChunk(samples.size, (first, rows) => {
      kernel.calls.probabilities(address, kernel.space, samples.inputs, first, rows);
      probabilities.set(this.#readLayer(hidden.length, rows), first * classes);
    });
    return probabilities;
  }

  /** n×K class probabilities and the mean negative log likelihood, from one pass. */
  probabilitiesAndLoss({ size, inputs, labels }: SampleBlock): ProbabilitiesAndLoss {
    const { kernel, address } = this.#memory;
    const { classes, hidden } = this.#network;
    const probabilities = new Float32Array(size * classes);
    let sum = 0;
    this.#eachChunk(size, (first, rows) => {
      const { space, calls } = kernel;
      sum += calls.probabilitiesAndLosses(address, space, inputs, labels, first, rows);
      probabilities.set(this.#readLayer(hidden.length, rows), first * classes);
    });
    return { probabilities, loss: sum / size };
  }

  /** n probabilities of each of the classes, class after class. */
  planes(samples: SampleBlock, classes: readonly number[]): Float32Array {
    const { kernel, address, layout } = this.#memory;
    const { values } = entryAt(layout.layers, this.#network.hidden.length);
    const { size } = samples;
    const result = new Float32Array(classes.length * size);
    this.#eachChunk(size, (first, rows) => {
      kernel.calls.probabilities(address, kernel.space, samples.inputs, first, rows);
      const planeBytes = 4 * Math.ceil(rows / 4) * 4;
      let start = first;
      for (const label of classes) {
        const plane = kernel.space + values + label * planeBytes;
        result.set(kernel.floats(plane, rows), start);
        start += size;
      }
    });
    return result;
  }

  /** Per hidden layer n×units. */
  activations(samples: SampleBlock): Float32Array[] {
    const { kernel, address } = this.#memory;
    const { hidden } = this.#network;
    const results = hidden.map(({ units }) => new Float32Array(samples.size * units));
    this.#eachChunk(samples.size, (first, rows) => {
      kernel.calls.activations(address, kernel.space, samples.inputs, first, rows);
      results.forEach((result, layer) =>
        result.set(this.#readLayer(layer, rows), first * entryAt(hidden, layer).units),
      );
    });
    return results;
  }

  /** Mean negative log likelihood; NaN for no samples. */
  loss({ size, inputs, labels }: SampleBlock): number {
    const { kernel, address } = this.#memory;
    let sum = 0;
    this.#eachChunk(size, (first, rows) => {
      sum += kernel.calls.losses(address, kernel.space, inputs, labels, first, rows);
    });
    return sum / size;
  }

  /** The values that the last call left in a layer, row by row; a view. */
  #readLayer(index: number, rows: number): Float32Array {
    const { kernel, address, layout } = this.#memory;
    kernel.calls.readValues(address, kernel.space, index, rows);
    return kernel.floats(
      kernel.space + layout.results,
      rows * entryAt(layout.layers, index).outputs,
    );
  }

  #eachChunk(size: number, work: (first: number, rows: number) => void): void {
    const { chunkRows } = this.#memory.layout;
    for (let first = 0; first < size; first += chunkRows) {
      work(first, Math.min(chunkRows, size - first));
    }
  }
}
