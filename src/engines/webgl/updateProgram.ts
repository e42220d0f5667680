import { withDefaults } from '../../learning/hyperparameter.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Updater } from '../../learning/updaters/updater.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import type { GPGPUProgram } from './device.ts';
import { gradientStart } from './gradientPrograms.ts';
import { lanes, onlyColumns, quadsFor, stackReader } from './glsl.ts';
import { gradientSums } from './gradientSums.ts';
import type { Layer } from './layers.ts';
import { clippingFactor } from './normProgram.ts';
import { defineProgram } from './quads.ts';
import { countsOfStep, inputReader, inputTextures } from './trainingInputs.ts';

/*
 * factors of an update program = [rate, l1, l2, clipping, hyperparameters in their order, factors
 * of the updater in the order of their names]
 */
const rate = 0;
const l1 = 1;
const l2 = 2;
const clipping = 3;
const firstOwn = 4;

/** Names of an updater's uniforms from `firstOwn` on. */
export function ownFactors(updater: Updater): string[] {
  const defaults = withDefaults(updater.hyperparameters, {});
  return [...Object.keys(defaults), ...Object.keys(updater.factors(defaults, 1)).sort()];
}

/** Values of the uniform array `factors`; `count`: which update it is, 1 for the first. */
export function updateFactors(
  training: TrainingSpecification,
  rate: number,
  count: number,
): number[] {
  const updater = updaterNamed(training.updater);
  const hyperparameters = withDefaults(updater.hyperparameters, training.hyperparameters);
  const own = { ...hyperparameters, ...updater.factors(hyperparameters, count) };
  const { l1, l2, clipping } = training;
  return [rate, l1, l2, clipping, ...ownFactors(updater).map((name) => own[name])];
}

/**
 * One update of a layer: gradient summed over the mini-batch, penalties, and the updater's rule.
 * Writes the whole stack anew: a block of inputs + 1 rows of parameters, then one for each slot.
 */
export function updateProgram(layer: Layer, updater: Updater, features: number): GPGPUProgram {
  return defineProgram({
    textures: [...inputTextures(layer), 'error', 'stack'],
    ...stackSize(layer, updater),
    counts: countsOfStep,
    factors: firstOwn + ownFactors(updater).length,
    glsl: [
      inputReader(layer, features),
      gradientSums(layer.inputs),
      stackReader,
      onlyColumns(layer.outputs),
      updateRule(layer, updater),
      `
vec4 result(int place, int quad) {
  int row = place % ${layer.inputs + 1};
  return updated(place / ${layer.inputs + 1}, row, quad, gradientSums(row, quad));
}`,
    ],
  });
}

/** As `updateProgram`, from the finished gradient, which is clipped to a norm first. */
export function clippedUpdateProgram(
  layer: Layer,
  layers: readonly Layer[],
  updater: Updater,
  capacity: number,
): GPGPUProgram {
  return defineProgram({
    textures: ['gradient', 'squares', 'stack'],
    ...stackSize(layer, updater),
    counts: 1,
    factors: firstOwn + ownFactors(updater).length,
    glsl: [
      clippingFactor(layers),
      stackReader,
      onlyColumns(layer.outputs),
      updateRule(layer, updater),
      `
vec4 result(int place, int quad) {
  int row = place % ${layer.inputs + 1};
  vec4 sums = texelFetch(gradient, ivec2(quad, row + ${gradientStart(layer, capacity)}), 0);
  return updated(place / ${layer.inputs + 1}, row, quad, sums * clippingFactor(factors[${clipping}]));
}`,
    ],
  });
}

/** Size of a layer's stack in texels. */
export function stackSize({ inputs, outputs }: Layer, { slots }: Updater) {
  return { rows: (1 + slots.length) * (inputs + 1), quads: quadsFor(outputs) };
}

/**
 * `vec4 updated(int block, int row, int quad, vec4 gradient)`: that block of the stack (0 =
 * parameters, then the slots) after the penalties and the updater's rule.
 */
export function updateRule(layer: Layer, updater: Updater): string {
  const { slots } = updater;
  const rows = layer.inputs + 1;
  const values = ['w', ...slots];
  const blocks = values.map((_, i) => `block${i}`);
  const read = blocks.map((block, i) => `vec4 ${block} = stackQuad(row + ${i * rows}, quad);`);
  const uniforms = ownFactors(updater).map(
    (name, i) => `float ${name} = factors[${firstOwn + i}];`,
  );
  const calls = lanes.map((lane) => {
    const places = blocks.map((block) => `${block}.${lane}`);
    return `rule(gradient.${lane}, ${places.join(', ')});`;
  });
  const chosen = blocks.reduceRight((others, one, i) => `block == ${i} ? ${one} : ${others}`);
  return `
void rule(float g, ${values.map((name) => `inout float ${name}`).join(', ')}) {
  float rate = factors[${rate}];
  ${uniforms.join('\n  ')}
  ${updater.glsl}
}
vec4 updated(int block, int row, int quad, vec4 gradient) {
  ${read.join('\n  ')}
  if (row < ${layer.inputs}) gradient += factors[${l1}] * sign(block0) + factors[${l2}] * block0;
  ${calls.join('\n  ')}
  return onlyColumns(${chosen}, quad);
}`;
}
