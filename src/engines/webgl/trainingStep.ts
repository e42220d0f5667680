import type { Updater } from '../../learning/updaters/updater.ts';
import { backwardProgram } from './backwardProgram.ts';
import type { WebglDevice } from './device.ts';
import {
  type ForwardUniforms,
  forwardPrograms,
  runForward,
  type StepInputs,
} from './forwardPass.ts';
import { gradientPrograms, runGradients } from './gradientPass.ts';
import type { Layer } from './layers.ts';
import { normProgram } from './normProgram.ts';
import { type Quads, release, runProgram } from './quads.ts';
import { clippedUpdateProgram, updateProgram } from './updateProgram.ts';

/** The uniforms of a step; `update` as in updateProgram.ts. */
export interface StepUniforms extends ForwardUniforms {
  readonly update: number[];
}

/** One training step; gives the new stacks and releases the old ones. */
export interface TrainingStep {
  run(inputs: StepInputs, uniforms: StepUniforms): Quads[];
}

/** What decides which programs a step is made of. */
export interface StepParts {
  readonly layers: readonly Layer[];
  readonly features: number;
  readonly updater: Updater;
  /** Most rows in a mini-batch. */
  readonly capacity: number;
}

/** 3L − 1 programs for L layers: each update sums its gradient by itself. */
export function plainStep(device: WebglDevice, parts: StepParts): TrainingStep {
  const { layers, features, updater, capacity } = parts;
  const forward = forwardPrograms(layers, features, capacity);
  const backward = layers
    .slice(0, -1)
    .map((layer, l) => backwardProgram(layer, layers[l + 1], capacity));
  const update = layers.map((layer) => updateProgram(layer, updater, features));

  function run(inputs: StepInputs, uniforms: StepUniforms): Quads[] {
    const { samples, order, stacks } = inputs;
    const outputs = runForward(device, forward, inputs, uniforms);
    const updated: Quads[] = [];
    let error = outputs[stacks.length - 1];
    for (let l = stacks.length - 1; l >= 0; l--) {
      const below = l === 0 ? [samples, order] : [outputs[l - 1]];
      const { counts, factors } = uniforms;
      updated[l] = runProgram(device, update[l], [...below, error, stacks[l]], {
        counts: counts[l],
        factors: uniforms.update,
      });
      const errorAbove = error;
      if (l > 0) {
        error = runProgram(device, backward[l - 1], [error, stacks[l], outputs[l - 1]], {
          counts: counts[l - 1],
          factors,
        });
        release(device, outputs[l - 1]);
      }
      release(device, errorAbove);
      release(device, stacks[l]);
    }
    return updated;
  }

  return { run };
}

/** 3L + 1 programs: all gradients, their norm, and then the updates. */
export function clippedStep(device: WebglDevice, parts: StepParts): TrainingStep {
  const { layers, features, updater, capacity } = parts;
  const gradient = gradientPrograms(layers, features, capacity);
  const norm = normProgram(layers, capacity);
  const update = layers.map((layer) => clippedUpdateProgram(layer, layers, updater, capacity));

  function run(inputs: StepInputs, uniforms: StepUniforms): Quads[] {
    const gradients = runGradients(device, gradient, inputs, uniforms);
    const squares = runProgram(device, norm, gradients, { counts: [0], factors: [0] });
    const updated = inputs.stacks.map((stack, l) =>
      runProgram(device, update[l], [gradients[l], squares, stack], {
        counts: [0],
        factors: uniforms.update,
      }),
    );
    for (const matrix of [...gradients, squares, ...inputs.stacks]) release(device, matrix);
    return updated;
  }

  return { run };
}
