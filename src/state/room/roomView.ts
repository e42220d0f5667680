import type { RoomPlan } from '../../federated/settings/roomPlan.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import { makeSampleSets } from '../../learning/datasets/makeSampleSets.ts';
import { sampleWindow } from '../../learning/sampleWindow.ts';
import type { Samples, Window } from '../../learning/samples.ts';
import type { FieldPlanes } from '../plot/plotField.svelte.ts';

/** What a page of a room draws of its plan. */
export interface RoomView {
  readonly evaluation: Samples;
  readonly window: Window;
  readonly classes: number;
  /** Name of the data set on the screen. */
  readonly label: string;
}

export function roomView({ recipe }: RoomPlan): RoomView {
  const { training, evaluation } = makeSampleSets(recipe);
  const { classes, label } = datasetNamed(recipe.set);
  return { evaluation, window: sampleWindow(training, evaluation), classes, label };
}

/** A field as the worker computes it over that window. */
export function planesOf(values: Float32Array, { window, classes }: RoomView): FieldPlanes {
  const planes = classes === 2 ? 1 : classes;
  return { values, resolution: Math.sqrt(values.length / planes), window };
}

/** Cells of a field along each side: the large one, and that of a device on the projector. */
export const roomResolutions = { large: 96, small: 16 } as const;
