import { entryAt } from '../../learning/entryAt.ts';
import type { GPGPUProgram } from './device.ts';
import { errorBelow } from './errorBelow.ts';
import { divided, stackReader } from './glsl.ts';
import { gradientLayout } from './gradientLayout.ts';
import { gradientSums } from './gradientSums.ts';
import type { Layer } from './layers.ts';
import { defineProgram } from './quads.ts';
import {
  carriedSamples,
  countsOfStep,
  factorsOfStep,
  gatheredSamples,
  inputsFromBelow,
  inputsFromSamples,
  type SampleSource,
  type StepShape,
} from './trainingInputs.ts';

/** The textures from which the update of the first layer reads its inputs. */
export function firstInputs(shape: StepShape): SampleSource {
  return shape.layers.length === 1 ? gatheredSamples(shape) : carriedSamples(shape);
}

/** Gradient of the first layer: a row for each unit. */
export function firstGradientProgram(shape: StepShape): GPGPUProgram {
  const source = firstInputs(shape);
  const { rows, width } = gradientLayout(shape.layers, 0, shape.capacity);
  return defineProgram({
    textures: [...source.textures, 'error'],
    rows,
    quads: width,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      source.glsl,
      inputsFromSamples,
      gradientSums(entryAt(shape.layers, 0).inputs),
      `
vec4 result(int unit, int quad) {
  return gradientSums(unit, quad);
}`,
    ],
  });
}

/**
 * Backward pass through a layer above the first: its gradient, and the error of the layer below it.
 * Both read the same textures, so one program writes both, one below the other.
 */
export function backwardProgram(layer: Layer, shape: StepShape): GPGPUProgram {
  const below = entryAt(shape.layers, layer.index - 1);
  const layout = gradientLayout(shape.layers, layer.index, shape.capacity);
  const { start, width, rows, entries, perUnit } = layout;
  return defineProgram({
    textures: ['error', 'stack', 'below'],
    rows,
    quads: width,
    counts: countsOfStep,
    factors: factorsOfStep,
    glsl: [
      stackReader,
      errorBelow(below, layer, shape),
      inputsFromBelow,
      gradientSums(layer.inputs),
      `
vec4 result(int row, int column) {
  if (row < ${start}) return column < ${below.outputs} ? errorBelow(row, column) : vec4(0.0);
  int entry = (row - ${start}) * ${width} + column;
  if (entry >= ${entries}) return vec4(0.0);
  int unit = ${divided('entry', perUnit)};
  return gradientSums(unit, entry - unit * ${perUnit});
}`,
    ],
  });
}
