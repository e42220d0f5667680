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
      const all = [...source, stack, ...heldInputs(inputs, shape.heldLayers.has(l))];
      return runProgram(device, entryAt(update, l), all, layerUniforms);
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
    const held = heldInputs(inputs, shape.heldLayers.size > 0);
    const squares = runProgram(device, norm, [...all, ...held], { counts: [0], factors: [0] });
    const updated = inputs.stacks.map((stack, l) => {
      const heldHere = heldInputs(inputs, shape.heldLayers.has(l));
      const sources = [entryAt(all, l), squares, stack, ...heldHere];
      const layerUniforms = { counts: entryAt(counts, l), factors: updateFactors };
      return runProgram(device, entryAt(update, l), sources, layerUniforms);
    });
    releaseAll(device, [outputs, all, [squares], inputs.stacks]);
    return updated;
  };
}

/** The mask, for programs that read it. */
function heldInputs({ held }: StepInputs, isRead: boolean): readonly Quads[] {
  return isRead && held ? [held] : [];
}

function releaseAll(device: WebglDevice, groups: readonly (readonly Quads[])[]): void {
  for (const group of groups) group.forEach((matrix) => release(device, matrix));
}
