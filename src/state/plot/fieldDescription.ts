import { capitalised } from '../../learning/capitalised.ts';
import { className } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import { predictedClasses } from '../../learning/evaluation/predictedClasses.ts';
import type { PredictedSet } from '../evaluation/wrongSamples.svelte.ts';
import type { DecisionSettings } from '../experiment/settings.ts';
import { boundaryShape } from './boundaryShape.ts';
import { fieldClasses, type FieldRegion, fieldRegions } from './fieldRegions.ts';
import type { FieldPlanes } from './plotField.svelte.ts';

/** What the plot shows, in words for those who cannot see it. */
export function fieldDescription(
  planes: Omit<FieldPlanes, 'window'>,
  sets: readonly PredictedSet[],
  decision: DecisionSettings,
): string {
  const classes = fieldClasses(planes, decision);
  const regions = fieldRegions(classes, planes.resolution);
  const sentences = [
    boundaryWords(regions, classes, planes.resolution),
    wrongWords(sets, decision),
  ];
  return sentences.filter(Boolean).join(' ');
}

function boundaryWords(
  regions: readonly FieldRegion[],
  classes: Uint8Array,
  resolution: number,
): string {
  const [largest, other, ...more] = regions;
  if (!largest) return '';
  if (!other) return `The network predicts ${nameOf(largest)} everywhere.`;
  if (more.length > 0) return `${capitalised(countsOf(regions))}.`;
  if (other.enclosed) {
    return `One closed boundary around ${nameOf(other)}; outside of it is ${nameOf(largest)}.`;
  }
  const shape = boundaryShape(classes, resolution);
  if (!shape) return '';
  const [from, to] = shape.ends;
  return (
    `One ${shape.straight ? 'straight' : 'bent'} boundary from the ${placeOf(from)} to the ` +
    `${placeOf(to)}, with ${nameOf(largest)} at the ${placeOf(largest)} and ` +
    `${nameOf(other)} at the ${placeOf(other)}.`
  );
}

/** `red in 1 region, blue in 3 regions` */
function countsOf(regions: readonly FieldRegion[]): string {
  const labels = [...new Set(regions.map(({ predicted }) => predicted))].sort((a, b) => a - b);
  const parts = labels.map((label) => {
    const count = regions.filter(({ predicted }) => predicted === label).length;
    return `${className(label)} in ${count} ${count === 1 ? 'region' : 'regions'}`;
  });
  return parts.join(', ');
}

function nameOf({ predicted }: FieldRegion): string {
  return className(predicted);
}

/** The middle of the plane, in which no side is named: 0 to 1 from the left and from the bottom. */
const middle = { from: 0.4, to: 0.6 };

/** A place of the plane in words. */
function placeOf({ x, y }: Point): string {
  const across = x < middle.from ? 'left' : x > middle.to ? 'right' : '';
  const up = y < middle.from ? 'lower' : y > middle.to ? 'upper' : '';
  if (across && up) return `${up} ${across}`;
  if (across) return across;
  return { lower: 'bottom', upper: 'top', '': 'middle' }[up];
}

/** Between these probabilities a network is unsure: the contour lines ¼ and ¾. */
const unsure = { from: 0.25, to: 0.75 };

function wrongWords(sets: readonly PredictedSet[], decision: DecisionSettings): string {
  let [total, wrong, near] = [0, 0, 0];
  for (const { samples, probabilities } of sets) {
    const { labels } = samples;
    const classes = probabilities.length / labels.length;
    if (!Number.isInteger(classes)) continue;
    const predicted = predictedClasses(probabilities, classes, decision);
    total += labels.length;
    for (const [i, label] of labels.entries()) {
      if (predicted[i] === label) continue;
      wrong++;
      const p = probabilities[i * classes + label] ?? NaN;
      if (p >= unsure.from && p <= unsure.to) near++;
    }
  }
  if (total === 0) return '';
  if (wrong === 0) return `All ${total} samples shown are right.`;
  const which = near === wrong && wrong > 1 ? 'all' : String(near);
  const verb = wrong === 1 ? 'is' : 'are';
  return (
    `${wrong} of ${total} samples shown ${verb} wrong, ` +
    `${which} of them where the network is unsure, between ¼ and ¾.`
  );
}
