import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Updater } from '../../learning/updaters/updater.ts';
import { ownFactors, ownFactorValues } from '../updaterFactors.ts';
import type { GPGPUProgram } from './device.ts';
import { divided, lanes, onlyColumns, quadsFor, stackReader } from './glsl.ts';
import { gradientLayout, gradientReader } from './gradientLayout.ts';
import { firstInputs } from './gradientPrograms.ts';
import { gradientSums } from './gradientSums.ts';
import type { Layer } from './layers.ts';
import { clippingFactor } from './normProgram.ts';
import { defineProgram } from './quads.ts';
import { countsOfStep, inputsFromSamples, type StepShape } from './trainingInputs.ts';

/*
 * factors of an update program = [rate, l1, l2, clipping, hyperparameters in their order, factors
 * of the updater in the order of their names]
 */
const rate = 0;
const l1 = 1;
const l2 = 2;
const clipping = 3;
const firstOwn = 4;

/** Values of the uniform array `factors`; `count`: which update it is, 1 for the first. */
export function updateFactors(
  training: TrainingSpecification,
  rate: number,
  count: number,
): number[] {
  const { l1, l2, clipping } = training;
  return [rate, l1, l2, clipping, ...ownFactorValues(training, count)];
}

/** Where an update program finds the gradient: `vec4 gradientQuad(int row, int quad)`. */
interface GradientSource {
  readonly textures: readonly string[];
  readonly glsl: readonly string[];
}

/** Update of the first layer, which sums its gradient by itself. */
export function firstUpdateProgram(updater: Updater, shape: StepShape): GPGPUProgram {
  const [layer] = shape.layers;
  const source = firstInputs(shape);
  return updateProgram(layer, updater, {
    textures: [...source.textures, 'error'],
    glsl: [
      source.glsl,
      inputsFromSamples,
      gradientSums(layer.inputs),
      `
vec4 gradientQuad(int row, int quad) {
  return gradientSums(row, quad);
}`,
    ],
  });
}

/** Update of a layer whose gradient is there. */
export function laterUpdateProgram(
  layer: Layer,
  updater: Updater,
  { layers, capacity }: StepShape,
): GPGPUProgram {
  const layout = gradientLayout(layers, layer.index, capacity);
  return updateProgram(layer, updater, {
    textures: ['gradient'],
    glsl: [gradientReader(layer, layout)],
  });
}

/** Update of any layer when all gradients and their norm are there: the whole is clipped to it. */
export function clippedUpdateProgram(
  layer: Layer,
  updater: Updater,
  { layers, capacity }: StepShape,
): GPGPUProgram {
  const layout = gradientLayout(layers, layer.index, capacity);
  return updateProgram(layer, updater, {
    textures: ['unclipped', 'squares'],
    glsl: [
      gradientReader(layer, layout, 'unclipped'),
      clippingFactor(layers),
      `
vec4 gradientQuad(int row, int quad) {
  return clippingFactor(factors[${clipping}]) * unclippedQuad(row, quad);
}`,
    ],
  });
}

/**
 * Penalties and the updater's rule. Writes the whole stack anew: a block of inputs + 1 rows of
 * parameters, then one for each slot.
 */
function updateProgram(layer: Layer, updater: Updater, gradient: GradientSource): GPGPUProgram {
  const rows = layer.inputs + 1;
  return defineProgram({
    textures: [...gradient.textures, 'stack'],
    rows: (1 + updater.slots.length) * rows,
    quads: quadsFor(layer.outputs),
    counts: countsOfStep,
    factors: firstOwn + ownFactors(updater).length,
    glsl: [
      ...gradient.glsl,
      stackReader,
      onlyColumns(layer.outputs),
      updateRule(layer, updater),
      `
vec4 result(int place, int quad) {
  int block = ${divided('place', rows)};
  return updated(block, place - block * ${rows}, quad);
}`,
    ],
  });
}

/**
 * `vec4 updated(int block, int row, int quad)`: that block of the stack (0 = parameters, then the
 * slots) after the penalties and the updater's rule.
 */
function updateRule(layer: Layer, updater: Updater): string {
  const rows = layer.inputs + 1;
  const values = ['w', ...updater.slots];
  const blocks = values.map((_, i) => `block${i}`);
  const read = blocks.map((block, i) => `vec4 ${block} = stackQuad(row + ${i * rows}, quad);`);
  const uniforms = ownFactors(updater).map(
    (name, i) => `float ${name} = factors[${firstOwn + i}];`,
  );
  const calls = lanes.map((lane) => {
    const places = blocks.map((block) => `${block}.${lane}`);
    return `rule(g.${lane}, ${places.join(', ')});`;
  });
  const chosen = blocks.reduceRight((others, one, i) => `block == ${i} ? ${one} : ${others}`);
  return `
void rule(float g, ${values.map((name) => `inout float ${name}`).join(', ')}) {
  float rate = factors[${rate}];
  ${uniforms.join('\n  ')}
  ${updater.glsl}
}
vec4 updated(int block, int row, int quad) {
  vec4 g = gradientQuad(row, quad);
  ${read.join('\n  ')}
  if (row < ${layer.inputs}) g += factors[${l1}] * sign(block0) + factors[${l2}] * block0;
  ${calls.join('\n  ')}
  return onlyColumns(${chosen}, quad);
}`;
}
