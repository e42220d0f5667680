import type { GPGPUProgram, WebglDevice } from './device.ts';
import { forwardProgram } from './forwardProgram.ts';
import type { Layer } from './layers.ts';
import { outputErrorProgram } from './outputErrorProgram.ts';
import { type Quads, runProgram } from './quads.ts';

/** What a step reads: the training set, its order, and the stack of each layer. */
export interface StepInputs {
  readonly samples: Quads;
  readonly order: Quads;
  readonly stacks: readonly Quads[];
}

/** As in trainingInputs.ts; the counts per layer, since each has its own dropout seed. */
export interface ForwardUniforms {
  readonly counts: readonly number[][];
  readonly factors: number[];
}

/** Hidden layers, then the error of the output layer. */
export function forwardPrograms(
  layers: readonly Layer[],
  features: number,
  capacity: number,
): GPGPUProgram[] {
  return layers.map((layer) =>
    layer.activation
      ? forwardProgram(layer, features, capacity)
      : outputErrorProgram(layer, features, capacity),
  );
}

/** Outputs of the hidden layers for a mini-batch, and last the error of the output layer. */
export function runForward(
  device: WebglDevice,
  programs: readonly GPGPUProgram[],
  { samples, order, stacks }: StepInputs,
  { counts, factors }: ForwardUniforms,
): Quads[] {
  const outputs: Quads[] = [];
  const last = programs.length - 1;
  for (let l = 0; l <= last; l++) {
    const gathered = l === 0 || l === last ? [samples, order] : [];
    const below = l === 0 ? [] : [outputs[l - 1]];
    const inputs = [...gathered, ...below, stacks[l]];
    outputs.push(runProgram(device, programs[l], inputs, { counts: counts[l], factors }));
  }
  return outputs;
}
