import { entryAt } from '../../learning/entryAt.ts';
import type { GPGPUProgram, WebglDevice } from './device.ts';
import { forwardProgram } from './forwardProgram.ts';
import { backwardProgram } from './gradientPrograms.ts';
import { outputErrorProgram } from './outputErrorProgram.ts';
import { type Quads, runProgram } from './quads.ts';
import type { StepShape } from './trainingInputs.ts';

/** What a step reads: the training set, its order, and the stack of each layer. */
export interface StepInputs {
  readonly samples: Quads;
  readonly order: Quads;
  readonly stacks: readonly Quads[];
  /** As `uploadMask` gives it; undefined where no parameter is frozen or cut. */
  readonly held?: Quads | undefined;
}

/** As in trainingInputs.ts; the counts per layer, since each has its own dropout seed. */
export interface PassUniforms {
  readonly counts: readonly number[][];
  readonly factors: number[];
}

/** The programs that compute the gradients of all layers but the first. */
export interface PassPrograms {
  /** Hidden layers, then the error of the output layer. */
  readonly forward: readonly GPGPUProgram[];
  /** From the second layer on. */
  readonly backward: readonly GPGPUProgram[];
}

/** The results of these programs. */
export interface Passes {
  /** Outputs of the hidden layers, and last the error of the output layer. */
  readonly outputs: readonly Quads[];
  /** From the second layer on: its gradient, and the error of the layer below. */
  readonly gradients: readonly Quads[];
  /** The textures from which the first layer's gradient is computed: its inputs and its error. */
  readonly firstInputs: readonly Quads[];
}

export function passPrograms(shape: StepShape): PassPrograms {
  return {
    forward: shape.layers.map((layer) =>
      layer.activation ? forwardProgram(layer, shape) : outputErrorProgram(layer, shape),
    ),
    backward: shape.layers.slice(1).map((layer) => backwardProgram(layer, shape)),
  };
}

/** Runs 2L − 1 programs for L layers. */
export function runPasses(
  device: WebglDevice,
  { forward, backward }: PassPrograms,
  { samples, order, stacks }: StepInputs,
  { counts, factors }: PassUniforms,
): Passes {
  const last = stacks.length - 1;
  const outputs: Quads[] = [];
  for (const [l, program] of forward.entries()) {
    const below = outputs.slice(-1);
    const carried = l === last ? outputs.slice(0, 1) : [];
    const inputs = l === 0 ? [samples, order] : [...carried, ...below];
    const uniforms = { counts: entryAt(counts, l), factors };
    outputs.push(runProgram(device, program, [...inputs, entryAt(stacks, l)], uniforms));
  }

  const gradients: Quads[] = [];
  let error = entryAt(outputs, last);
  for (let l = last; l > 0; l--) {
    const inputs = [error, entryAt(stacks, l), entryAt(outputs, l - 1)];
    const uniforms = { counts: entryAt(counts, l - 1), factors };
    error = runProgram(device, entryAt(backward, l - 1), inputs, uniforms);
    gradients.unshift(error);
  }
  const source = last === 0 ? [samples, order] : outputs.slice(0, 1);
  return { outputs, gradients, firstInputs: [...source, error] };
}
