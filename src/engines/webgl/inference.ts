import type { NetworkSpecification } from '../../learning/specification.ts';
import type { GPGPUProgram, WebglDevice } from './device.ts';
import { activationProgram, type Ending, endingProgram, folds } from './inferencePrograms.ts';
import { type Layer, layersOf } from './layers.ts';
import { type Quads, readTexels, release, runProgram, stripColumns } from './quads.ts';
import type { SampleTexture } from './sampleTexture.ts';

const largestPass = 16384;

/** The trained network, for any number of samples. */
export class Inference {
  readonly #device: WebglDevice;
  readonly #layers: readonly Layer[];
  readonly #features: number;
  readonly #programs = new Map<string, GPGPUProgram>();

  constructor(device: WebglDevice, network: NetworkSpecification) {
    this.#device = device;
    this.#layers = layersOf(network);
    this.#features = network.features.length;
  }

  /** n×K class probabilities, n probabilities of class 1, or n negative log likelihoods. */
  async run(
    ending: Ending,
    stacks: readonly Quads[],
    samples: SampleTexture,
  ): Promise<Float32Array> {
    const passes = passesOver(samples.size);
    const outputs = passes.map(({ first, rows }) => {
      const hidden = this.#hidden(stacks, samples, first, rows);
      const output = this.#layers[this.#layers.length - 1];
      const program = this.#program(`${ending} ${rows}`, () =>
        endingProgram(ending, output, this.#features, rows),
      );
      const below = hidden.slice(-1);
      const matrix = this.#run(program, [samples.texture, ...below, stacks[output.index]], first);
      for (const one of hidden) release(this.#device, one);
      return matrix;
    });
    const columns = ending === 'probabilities' ? this.#layers[this.#layers.length - 1].outputs : 0;
    return this.#read(outputs, samples.size, columns);
  }

  /** Per hidden layer n×units. */
  async activations(stacks: readonly Quads[], samples: SampleTexture): Promise<Float32Array[]> {
    const passes = passesOver(samples.size).map(({ first, rows }) =>
      this.#hidden(stacks, samples, first, rows),
    );
    const hidden = this.#layers.slice(0, -1);
    return Promise.all(
      hidden.map(({ outputs }, l) =>
        this.#read(
          passes.map((layers) => layers[l]),
          samples.size,
          outputs,
        ),
      ),
    );
  }

  #hidden(
    stacks: readonly Quads[],
    { texture }: SampleTexture,
    first: number,
    rows: number,
  ): Quads[] {
    const outputs: Quads[] = [];
    for (const layer of this.#layers.slice(0, -1)) {
      const program = this.#program(`${layer.index} ${rows}`, () =>
        activationProgram(layer, this.#features, rows),
      );
      outputs.push(this.#run(program, [texture, ...outputs.slice(-1), stacks[layer.index]], first));
    }
    return outputs;
  }

  #run(program: GPGPUProgram, inputs: readonly Quads[], first: number): Quads {
    return runProgram(this.#device, program, inputs, { counts: [first], factors: [0] });
  }

  #program(key: string, define: () => GPGPUProgram): GPGPUProgram {
    let program = this.#programs.get(key);
    if (!program) this.#programs.set(key, (program = define()));
    return program;
  }

  /** Reads and releases what the passes wrote; `columns` 0 = one number per sample, not padded. */
  async #read(outputs: readonly Quads[], size: number, columns: number): Promise<Float32Array> {
    const texels = await readTexels(
      this.#device,
      outputs.map((matrix) => ({ matrix, quads: matrix.quads })),
    );
    for (const matrix of outputs) release(this.#device, matrix);
    const width = columns || 1;
    const values = new Float32Array(size * width);
    texels.forEach((pass, i) => {
      const first = i * largestPass;
      const rows = Math.min(largestPass, size - first);
      const part = columns > 0 ? stripColumns(pass, columns, rows) : pass.subarray(0, rows);
      values.set(part, first * width);
    });
    return values;
  }
}

/** Passes of `rows` × `folds` samples; few different numbers of rows, since each is a program. */
function passesOver(size: number): { first: number; rows: number }[] {
  const passes = [];
  for (let first = 0; first < size; first += largestPass) {
    const samples = Math.min(largestPass, size - first);
    const rows = Math.max(4, 2 ** Math.ceil(Math.log2(samples / folds)));
    passes.push({ first, rows });
  }
  return passes;
}
