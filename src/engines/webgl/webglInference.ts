import { entryAt } from '../../learning/entryAt.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { GPGPUProgram, WebglDevice } from './device.ts';
import { activationProgram, type Ending, endingProgram, folds } from './inferencePrograms.ts';
import { type Layer, layersOf } from './layers.ts';
import { type Quads, readTexels, release, runProgram, stripColumns } from './quads.ts';
import type { SampleTexture } from './sampleTexture.ts';

const largestPass = 16384;

/** Applies the network to any number of samples. */
export class WebglInference {
  readonly #device: WebglDevice;
  readonly #hiddenLayers: readonly Layer[];
  readonly #outputLayer: Layer;
  readonly #features: number;
  readonly #programs = new Map<string, GPGPUProgram>();

  constructor(device: WebglDevice, network: NetworkSpecification) {
    this.#device = device;
    const layers = layersOf(network);
    this.#hiddenLayers = layers.slice(0, -1);
    this.#outputLayer = entryAt(layers, layers.length - 1);
    this.#features = network.features.length;
  }

  /** n×K class probabilities. */
  async probabilities(stacks: readonly Quads[], samples: SampleTexture): Promise<Float32Array> {
    const columns = this.#outputLayer.outputs;
    const outputs = this.#outputs(['probabilities'], stacks, samples).flat();
    const target = new Float32Array(samples.size * columns);
    await this.#read([{ outputs, target, columns }]);
    return target;
  }

  /** n negative log likelihoods. */
  async losses(stacks: readonly Quads[], samples: SampleTexture): Promise<Float32Array> {
    const target = new Float32Array(samples.size);
    const outputs = this.#outputs(['loss'], stacks, samples).flat();
    await this.#read([{ outputs, target }]);
    return target;
  }

  /** n×K class probabilities and n negative log likelihoods, with one wait for both. */
  async probabilitiesAndLosses(stacks: readonly Quads[], samples: SampleTexture) {
    const columns = this.#outputLayer.outputs;
    const passes = this.#outputs(['probabilities', 'loss'], stacks, samples);
    const probabilities = new Float32Array(samples.size * columns);
    const losses = new Float32Array(samples.size);
    await this.#read([
      { outputs: ofEnding(passes, 0), target: probabilities, columns },
      { outputs: ofEnding(passes, 1), target: losses },
    ]);
    return { probabilities, losses };
  }

  /** n probabilities of each of the classes, class after class. */
  async planes(
    stacks: readonly Quads[],
    samples: SampleTexture,
    classes: readonly number[],
  ): Promise<Float32Array> {
    const { size } = samples;
    const values = new Float32Array(classes.length * size);
    const passes = this.#outputs(classes, stacks, samples);
    await this.#read(
      classes.map((_, i) => ({
        outputs: ofEnding(passes, i),
        target: values.subarray(i * size, (i + 1) * size),
      })),
    );
    return values;
  }

  /** Per hidden layer n×units. */
  async activations(stacks: readonly Quads[], samples: SampleTexture): Promise<Float32Array[]> {
    const passes = passesOver(samples.size).map((pass) => this.#hidden(stacks, samples, pass));
    const reads = this.#hiddenLayers.map(({ outputs: columns }, l) => ({
      outputs: ofEnding(passes, l),
      target: new Float32Array(samples.size * columns),
      columns,
    }));
    await this.#read(reads);
    return reads.map(({ target }) => target);
  }

  /** Per pass the results of the output layer, one for each ending. */
  #outputs(
    endings: readonly Ending[],
    stacks: readonly Quads[],
    samples: SampleTexture,
  ): Quads[][] {
    const output = this.#outputLayer;
    return passesOver(samples.size).map((pass) => {
      const hidden = this.#hidden(stacks, samples, pass);
      const inputs = [samples.texture, ...hidden.slice(-1), entryAt(stacks, output.index)];
      const matrices = endings.map((ending) => {
        const program = this.#program(`output ${ending} ${pass.rows}`, () =>
          endingProgram(ending, output, this.#features, pass.rows),
        );
        return this.#run(program, inputs, pass.first);
      });
      for (const one of hidden) release(this.#device, one);
      return matrices;
    });
  }

  #hidden(stacks: readonly Quads[], { texture }: SampleTexture, { first, rows }: Pass): Quads[] {
    const outputs: Quads[] = [];
    for (const layer of this.#hiddenLayers) {
      const program = this.#program(`${layer.index} ${rows}`, () =>
        activationProgram(layer, this.#features, rows),
      );
      const inputs = [texture, ...outputs.slice(-1), entryAt(stacks, layer.index)];
      outputs.push(this.#run(program, inputs, first));
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

  /** Reads into all targets with one wait for the device, and releases what was read. */
  async #read(reads: readonly Read[]): Promise<void> {
    const matrices = reads.flatMap(({ outputs }) => outputs);
    const texels = await readTexels(
      this.#device,
      matrices.map((matrix) => ({ matrix, quads: matrix.quads })),
    );
    for (const matrix of matrices) release(this.#device, matrix);
    let done = 0;
    for (const { outputs, target, columns } of reads) {
      copyPasses(texels.slice(done, done + outputs.length), target, columns);
      done += outputs.length;
    }
  }
}

/** What the passes have written for one ending or layer, and where it goes. */
interface Read {
  readonly outputs: readonly Quads[];
  readonly target: Float32Array;
  /** Numbers per sample, padded to whole quads; without it one number per sample, not padded. */
  readonly columns?: number;
}

function copyPasses(passes: readonly Float32Array[], target: Float32Array, columns?: number): void {
  const width = columns ?? 1;
  const size = target.length / width;
  passes.forEach((pass, i) => {
    const first = i * largestPass;
    const rows = Math.min(largestPass, size - first);
    const part = columns ? stripColumns(pass, columns, rows) : pass.subarray(0, rows);
    target.set(part, first * width);
  });
}

/** Of each pass the matrix at that place. */
function ofEnding(passes: readonly (readonly Quads[])[], place: number): Quads[] {
  return passes.map((matrices) => entryAt(matrices, place));
}

/** A program's run over `rows` × `folds` samples. */
interface Pass {
  /** Its first sample. */
  readonly first: number;
  readonly rows: number;
}

/** Passes over that many samples, with few different numbers of rows: each needs its program. */
function passesOver(size: number): Pass[] {
  const passes: Pass[] = [];
  for (let first = 0; first < size; first += largestPass) {
    const samples = Math.min(largestPass, size - first);
    const rows = Math.max(4, 2 ** Math.ceil(Math.log2(samples / folds)));
    passes.push({ first, rows });
  }
  return passes;
}
