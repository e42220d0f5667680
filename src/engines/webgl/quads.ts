import type { GPGPUProgram, TensorInfo, WebglDevice } from './device.ts';
import { waitForFence } from './fence.ts';
import { listWidth, quadsFor } from './glsl.ts';

/**
 * A matrix on the graphics processor: a texture of `rows` × `quads` texels with four columns each.
 * tfjs knows it as a packed tensor of shape [2·rows, 2·quads], which has a texture of that size.
 */
export interface Quads {
  readonly rows: number;
  readonly quads: number;
  readonly tensor: TensorInfo;
}

/** The parts of a program; see `defineProgram`. */
export interface ProgramParts {
  /** Names of the textures that the program reads. */
  readonly textures: readonly string[];
  /** Size of the matrix that it writes, in texels. */
  readonly rows: number;
  readonly quads: number;
  /** Lengths of the uniform arrays `int counts[]`, `float factors[]`. */
  readonly counts: number;
  readonly factors: number;
  /** Functions of the program; one of them is `vec4 result(int row, int quad)`. */
  readonly glsl: readonly string[];
  /** Whether one program serves all sizes of the textures. */
  readonly anySize?: boolean;
}

/** Values of the uniform arrays. */
export interface Uniforms {
  readonly counts: number[];
  readonly factors: number[];
}

export function defineProgram(parts: ProgramParts): GPGPUProgram {
  const { textures, rows, quads, counts, factors, glsl, anySize = false } = parts;
  const body = `
void main() {
  setOutput(result(int(gl_FragCoord.y), int(gl_FragCoord.x)));
}`;
  return {
    variableNames: [...textures],
    outputShape: [2 * rows, 2 * quads],
    packedInputs: true,
    packedOutput: true,
    enableShapeUniforms: anySize,
    customUniforms: [
      { name: 'counts', type: 'int', arrayIndex: counts },
      { name: 'factors', type: 'float', arrayIndex: factors },
    ],
    userCode: [...glsl, body].join('\n'),
  };
}

export function runProgram(
  { backend }: WebglDevice,
  program: GPGPUProgram,
  inputs: readonly Quads[],
  { counts, factors }: Uniforms,
): Quads {
  const tensors = inputs.map(({ tensor }) => tensor);
  const tensor = backend.runWebGLProgram(program, tensors, 'float32', [counts, factors], true);
  const [height = 0, width = 0] = tensor.shape;
  return { rows: height / 2, quads: width / 2, tensor };
}

export function release({ backend }: WebglDevice, matrix: Quads): void {
  backend.disposeIntermediateTensorInfo(matrix.tensor);
}

/** Uploads texels, four numbers each, row by row. */
export function uploadTexels(
  { backend }: WebglDevice,
  rows: number,
  quads: number,
  texels: Float32Array,
): Quads {
  const tensor = backend.makeTensorInfo([2 * rows, 2 * quads], 'float32');
  backend.texData.get(tensor.dataId).isPacked = true;
  backend.uploadToGPU(tensor.dataId);
  backend.gpgpu.uploadDenseMatrixToTexture(backend.getTexture(tensor.dataId), quads, rows, texels);
  return { rows, quads, tensor };
}

/** Overwrites the first `quads` texels of each row. */
export function overwriteTexels(
  { backend }: WebglDevice,
  { tensor, rows }: Quads,
  quads: number,
  texels: Float32Array,
): void {
  backend.gpgpu.uploadDenseMatrixToTexture(backend.getTexture(tensor.dataId), quads, rows, texels);
}

/** Uploads a list of numbers, four in a texel, `listWidth` texels in a row of the texture. */
export function uploadList(device: WebglDevice, list: Float32Array): Quads {
  const rows = Math.max(1, Math.ceil(quadsFor(list.length) / listWidth));
  return uploadTexels(device, rows, listWidth, list);
}

/** Reads the first `quads` texels of each row of each matrix, row by row. */
export async function readTexels(
  device: WebglDevice,
  matrices: readonly { readonly matrix: Quads; readonly quads: number }[],
): Promise<Float32Array[]> {
  const { backend, gl } = device;
  const { gpgpu } = backend;
  const reads = matrices.map(({ matrix: { tensor, rows }, quads }) => ({
    buffer: gpgpu.createBufferFromTexture(backend.getTexture(tensor.dataId), rows, quads),
    count: 4 * rows * quads,
  }));
  await waitForFence(device);
  return reads.map(({ buffer, count }) => {
    const texels = gpgpu.downloadFloat32MatrixFromBuffer(buffer, count);
    gl.deleteBuffer(buffer);
    return texels;
  });
}

/** Row-major numbers with `columns` in a row, padded with zeros to whole quads. */
export function padColumns(values: Float32Array, columns: number): Float32Array {
  if (columns % 4 === 0) return values;
  const width = 4 * quadsFor(columns);
  const rows = values.length / columns;
  const padded = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    padded.set(values.subarray(row * columns, (row + 1) * columns), row * width);
  }
  return padded;
}

/** The inverse of `padColumns`, for the first `rows` rows. */
export function stripColumns(texels: Float32Array, columns: number, rows: number): Float32Array {
  const width = 4 * quadsFor(columns);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    values.set(texels.subarray(row * width, row * width + columns), row * columns);
  }
  return values;
}
