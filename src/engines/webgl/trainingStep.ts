import { entryAt } from '../../learning/entryAt.ts';
import type { Updater } from '../../learning/updaters/updater.ts';
import type { WebglDevice } from './device.ts';
import { firstGradientProgram } from './gradientPrograms.ts';
import { normProgram } from './normProgram.ts';
import { type Quads, release, runProgram } from './quads.ts';
import { passPrograms, type PassUniforms, runPasses, type StepInputs } from './stepPasses.ts';
import type { StepShape } from './trainingInputs.ts';
import { clippedUpdateProgram, firstUpdateProgram, laterUpdateProgram } from './updateProgram.ts';

/** The uniforms of a step; `update` as in updateProgram.ts. */
export interface StepUniforms extends PassUniforms {
  readonly update: number[];
}

/** One training step; gives the new stacks and releases the old ones. */
export type TrainingStep = (inputs: StepInputs, uniforms: StepUniforms) => Quads[];

/** 3L − 1 programs for L layers. */
export function plainStep(device: WebglDevice, shape: StepShape, updater: Updater): TrainingStep {
  const passes = passPrograms(shape);
  const update = shape.layers.map((layer) =>
    layer.index === 0
      ? firstUpdateProgram(updater, shape)
      : laterUpdateProgram(layer, updater, shape),
  );

  return (inputs, uniforms) => {
    const { outputs, gradients, firstInputs } = runPasses(device, passes, inputs, uniforms);
    const { counts, update: factors } = uniforms;
    const updated = inputs.stacks.map((stack, l) => {
      const source = l === 0 ? firstInputs : [entryAt(gradients, l - 1)];
      const layerUniforms = { counts: entryAt(counts, l), factors };
      return runProgram(device, entryAt(update, l), [...source, stack], layerUniforms);
    });
    releaseAll(device, [outputs, gradients, inputs.stacks]);
    return updated;
  };
}

/**
 * 3L + 1 programs: the first gradient and the norm of all gradients are computed before the
 * updates.
 */
export function clippedStep(device: WebglDevice, shape: StepShape, updater: Updater): TrainingStep {
  const passes = passPrograms(shape);
  const first = firstGradientProgram(shape);
  const norm = normProgram(shape);
  const update = shape.layers.map((layer) => clippedUpdateProgram(layer, updater, shape));

  return (inputs, uniforms) => {
    const { outputs, gradients, firstInputs } = runPasses(device, passes, inputs, uniforms);
    const { counts, factors, update: updateFactors } = uniforms;
    const firstUniforms = { counts: entryAt(counts, 0), factors };
    const firstGradient = runProgram(device, first, firstInputs, firstUniforms);
    const all = [firstGradient, ...gradients];
    const squares = runProgram(device, norm, all, { counts: [0], factors: [0] });
    const updated = inputs.stacks.map((stack, l) =>
      runProgram(device, entryAt(update, l), [entryAt(all, l), squares, stack], {
        counts: entryAt(counts, l),
        factors: updateFactors,
      }),
    );
    releaseAll(device, [outputs, all, [squares], inputs.stacks]);
    return updated;
  };
}

function releaseAll(device: WebglDevice, groups: readonly (readonly Quads[])[]): void {
  for (const group of groups) group.forEach((matrix) => release(device, matrix));
}
