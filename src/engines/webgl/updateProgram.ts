import { entryAt } from '../../learning/entryAt.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Updater } from '../../learning/updaters/updater.ts';
import { factorNames, type StepFactors } from '../stepFactors.ts';
import type { GPGPUProgram } from './device.ts';
import { divided, lanes, onlyColumns, stackReader } from './glsl.ts';
import { gradientLayout, gradientReader, quadsPerUnit } from './gradientLayout.ts';
import { firstInputs } from './gradientPrograms.ts';
import { gradientSums } from './gradientSums.ts';
import { heldReader, heldTexture } from './heldMask.ts';
import type { Layer } from './layers.ts';
import { clippingFactor } from './normProgram.ts';
import { defineProgram } from './quads.ts';
import { countsOfStep, inputsFromSamples, type StepShape } from './trainingInputs.ts';

/* factors of an update program = [l1, l2, clipping, those of `StepFactors`] */
const l1 = 0;
const l2 = 1;
const clipping = 2;
const firstOwn = 3;

/** Values of the uniform array `factors`; `count`: the number of the update, 1 for the first. */
export function updateFactors(
  training: TrainingSpecification,
  factors: StepFactors,
  { epoch, count }: { readonly epoch: number; readonly count: number },
): number[] {
  const values = new Float64Array(firstOwn + factors.length);
  values.set([training.l1, training.l2, training.clipping]);
  factors.beginEpoch(values, firstOwn, epoch);
  factors.beginStep(values, firstOwn, count);
  return Array.from(values);
}

/** Textures and GLSL of `vec4 gradientQuad(int unit, int quad)`, which reads the gradient. */
interface GradientSource {
  readonly textures: readonly string[];
  readonly glsl: readonly string[];
}

/** Update of the first layer; it computes the gradient as well. */
export function firstUpdateProgram(updater: Updater, shape: StepShape): GPGPUProgram {
  const layer = entryAt(shape.layers, 0);
  const source = firstInputs(shape);
  return updateProgram(layer, updater, shape, {
    textures: [...source.textures, 'error'],
    glsl: [
      source.glsl,
      inputsFromSamples,
      gradientSums(layer.inputs),
      `
vec4 gradientQuad(int unit, int quad) {
  return gradientSums(unit, quad);
}`,
    ],
  });
}

/** Update of a later layer, whose gradient is in a texture. */
export function laterUpdateProgram(layer: Layer, updater: Updater, shape: StepShape): GPGPUProgram {
  const layout = gradientLayout(shape.layers, layer.index, shape.capacity);
  return updateProgram(layer, updater, shape, {
    textures: ['gradient'],
    glsl: [
      gradientReader(layout, 'gradient'),
      `
vec4 gradientQuad(int unit, int quad) {
  return gradientEntry(unit * ${layout.perUnit} + quad);
}`,
    ],
  });
}

/** Update of any layer with clipping, from the textures of its gradient and of all squares. */
export function clippedUpdateProgram(
  layer: Layer,
  updater: Updater,
  shape: StepShape,
): GPGPUProgram {
  const layout = gradientLayout(shape.layers, layer.index, shape.capacity);
  return updateProgram(layer, updater, shape, {
    textures: ['gradient', 'squares'],
    glsl: [
      gradientReader(layout, 'gradient'),
      clippingFactor(shape),
      `
vec4 gradientQuad(int unit, int quad) {
  return clippingFactor(factors[${clipping}]) * gradientEntry(unit * ${layout.perUnit} + quad);
}`,
    ],
  });
}

/**
 * Penalties and the updater's rule. Writes the whole new stack: a row for each unit, with its
 * parameters and then each slot, in whole quads. Frozen and cut parameters and their slots are
 * copied.
 */
function updateProgram(
  layer: Layer,
  updater: Updater,
  shape: StepShape,
  gradient: GradientSource,
): GPGPUProgram {
  const perUnit = quadsPerUnit(layer);
  return defineProgram({
    textures: [...gradient.textures, 'stack', ...heldTexture(shape, layer)],
    rows: layer.outputs,
    quads: (1 + updater.slots.length) * perUnit,
    counts: countsOfStep,
    factors: firstOwn + factorNames(updater).length,
    glsl: [
      ...gradient.glsl,
      stackReader,
      onlyColumns(layer.inputs + 1),
      updateRule(layer, updater),
      heldReader(shape, layer.index),
      `
vec4 result(int unit, int column) {
  int block = ${divided('column', perUnit)};
  int quad = column - block * ${perUnit};
  vec4 next = updated(block, unit, quad);
  return unlessHeld${layer.index}(unit * ${perUnit} + quad, next, stackQuad(unit, column));
}`,
    ],
  });
}

/**
 * `vec4 updated(int block, int unit, int quad)`: a quad of the parameters (block 0) or of a slot
 * after the penalties and the updater's rule.
 */
function updateRule(layer: Layer, updater: Updater): string {
  const perUnit = quadsPerUnit(layer);
  const values = ['w', ...updater.slots];
  const blocks = values.map((_, i) => `block${i}`);
  const read = blocks.map((block, i) => `vec4 ${block} = stackQuad(unit, quad + ${i * perUnit});`);
  const uniforms = factorNames(updater).map(
    (name, i) => `float ${name} = factors[${firstOwn + i}];`,
  );
  const calls = lanes.map((lane) => {
    const places = blocks.map((block) => `${block}.${lane}`);
    return `rule(g.${lane}, ${places.join(', ')});`;
  });
  const chosen = blocks.reduceRight((others, one, i) => `block == ${i} ? ${one} : ${others}`);
  return `
void rule(float g, ${values.map((name) => `inout float ${name}`).join(', ')}) {
  ${uniforms.join('\n  ')}
  ${updater.glsl}
}
vec4 updated(int block, int unit, int quad) {
  vec4 g = gradientQuad(unit, quad);
  ${read.join('\n  ')}
  vec4 isWeight = vec4(lessThan(4 * quad + ivec4(0, 1, 2, 3), ivec4(${layer.inputs})));
  g += isWeight * (factors[${l1}] * sign(block0) + factors[${l2}] * block0);
  ${calls.join('\n  ')}
  return onlyColumns(${chosen}, quad);
}`;
}
