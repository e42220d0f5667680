import type { GPGPUProgram, WebglDevice } from './device.ts';
import {
  type ForwardUniforms,
  forwardPrograms,
  runForward,
  type StepInputs,
} from './forwardPass.ts';
import { firstGradientProgram, gradientProgram } from './gradientPrograms.ts';
import type { Layer } from './layers.ts';
import { type Quads, release, runProgram } from './quads.ts';

/** Programs that come to the gradient of each layer. */
export interface GradientPrograms {
  readonly forward: readonly GPGPUProgram[];
  /** Per layer; the first only gives its gradient, the others the error below as well. */
  readonly backward: readonly GPGPUProgram[];
}

export function gradientPrograms(
  layers: readonly Layer[],
  features: number,
  capacity: number,
): GradientPrograms {
  const forward = forwardPrograms(layers, features, capacity);
  const backward = layers.map((layer, l) =>
    l === 0
      ? firstGradientProgram(layer, features)
      : gradientProgram(layer, layers[l - 1], capacity),
  );
  return { forward, backward };
}

/** Per layer the texture that holds its gradient, from row `gradientStart` on. */
export function runGradients(
  device: WebglDevice,
  { forward, backward }: GradientPrograms,
  inputs: StepInputs,
  uniforms: ForwardUniforms,
): Quads[] {
  const { samples, order, stacks } = inputs;
  const { counts, factors } = uniforms;
  const outputs = runForward(device, forward, inputs, uniforms);
  const gradients: Quads[] = [];
  let error = outputs[stacks.length - 1];
  for (let l = stacks.length - 1; l > 0; l--) {
    gradients[l] = runProgram(device, backward[l], [error, stacks[l], outputs[l - 1]], {
      counts: counts[l - 1],
      factors,
    });
    error = gradients[l];
  }
  gradients[0] = runProgram(device, backward[0], [samples, order, error], {
    counts: counts[0],
    factors,
  });
  for (const matrix of outputs) release(device, matrix);
  return gradients;
}
