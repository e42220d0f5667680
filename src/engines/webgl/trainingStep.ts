import type { Specification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { backwardProgram } from './backwardProgram.ts';
import type { GPGPUProgram, WebglDevice } from './device.ts';
import { forwardProgram } from './forwardProgram.ts';
import { type Layer, layersOf } from './layers.ts';
import { outputErrorProgram } from './outputErrorProgram.ts';
import { type Quads, release, runProgram } from './quads.ts';
import { updateProgram } from './updateProgram.ts';

/** The numbers of one step; see `trainingInputs.ts` and `updateProgram.ts`. */
export interface StepUniforms {
  /** Per layer: its dropout seed stands in the last place. */
  readonly counts: readonly number[][];
  readonly factors: number[];
  readonly update: number[];
}

/** What a step reads: the training set, its order in this epoch, and the stack of each layer. */
export interface StepInputs {
  readonly samples: Quads;
  readonly order: Quads;
  readonly stacks: readonly Quads[];
}

/** The 3L − 1 programs of a step of a network with L layers. */
export interface StepPrograms {
  readonly forward: readonly GPGPUProgram[];
  readonly backward: readonly GPGPUProgram[];
  readonly update: readonly GPGPUProgram[];
}

export function stepPrograms(specification: Specification, capacity: number): StepPrograms {
  const layers = layersOf(specification.network);
  const features = specification.network.features.length;
  const updater = updaterNamed(specification.training.updater);
  return {
    forward: forwardPrograms(layers, features, capacity),
    backward: layers
      .slice(0, -1)
      .map((layer, l) => backwardProgram(layer, layers[l + 1], capacity)),
    update: layers.map((layer) => updateProgram(layer, updater, features)),
  };
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

/** Runs the forward programs: outputs of the hidden layers, and last the error of the output. */
export function runForward(
  device: WebglDevice,
  programs: readonly GPGPUProgram[],
  { samples, order, stacks }: StepInputs,
  { counts, factors }: StepUniforms,
): Quads[] {
  const outputs: Quads[] = [];
  for (let l = 0; l < programs.length; l++) {
    const first = l === 0;
    const last = l === programs.length - 1;
    const inputs = first || last ? [samples, order] : [];
    if (!first) inputs.push(outputs[l - 1]);
    inputs.push(stacks[l]);
    outputs.push(runProgram(device, programs[l], inputs, { counts: counts[l], factors }));
  }
  return outputs;
}

/** One step; gives the new stacks and releases the old ones. */
export function runStep(
  device: WebglDevice,
  programs: StepPrograms,
  inputs: StepInputs,
  uniforms: StepUniforms,
): Quads[] {
  const { samples, order, stacks } = inputs;
  const { counts, factors, update } = uniforms;
  const outputs = runForward(device, programs.forward, inputs, uniforms);
  const updated: Quads[] = [];
  let error = outputs[stacks.length - 1];
  for (let l = stacks.length - 1; l >= 0; l--) {
    const below = l === 0 ? [samples, order] : [outputs[l - 1]];
    updated[l] = runProgram(device, programs.update[l], [...below, error, stacks[l]], {
      counts: counts[l],
      factors: update,
    });
    const errorAbove = error;
    if (l > 0) {
      error = runProgram(device, programs.backward[l - 1], [error, stacks[l], outputs[l - 1]], {
        counts: counts[l - 1],
        factors,
      });
    }
    release(device, errorAbove);
    release(device, stacks[l]);
    if (l > 0) release(device, outputs[l - 1]);
  }
  return updated;
}
