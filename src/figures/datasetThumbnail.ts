import { datasetNamed } from '../learning/datasets/datasets.ts';
import { makeSamples } from '../learning/datasets/makeSamples.ts';
import { sampleWindow } from '../learning/sampleWindow.ts';
import type { Samples, Window } from '../learning/samples.ts';
import { MarksPath } from './marks.ts';
import { pixelScale } from './plotSquare.ts';

const thumbnailSamples = 150;
const seed = 1;

/** A data set, and how large it is shown. */
export interface DatasetThumbnailOptions {
  readonly name: string;
  /** Side of the square in pixels. */
  readonly size: number;
}

/**
 * A small picture of a data set: an SVG path for each of its classes, to be filled with its colour.
 * @throws RangeError for an unknown name.
 */
export function datasetThumbnail({ name, size }: DatasetThumbnailOptions): string[] {
  const dataset = datasetNamed(name);
  const samples = makeSamples(dataset, thumbnailSamples, seed);
  return samplesThumbnail({ samples, classes: dataset.classes, size });
}

/** Samples, and how large they are shown. */
export interface SamplesThumbnailOptions {
  readonly samples: Samples;
  readonly classes: number;
  /** Side of the square in pixels. */
  readonly size: number;
  /** What is shown; without it, what holds the samples. */
  readonly window?: Window;
}

/** A small picture of the first samples of a set: an SVG path for each class. */
export function samplesThumbnail(options: SamplesThumbnailOptions): string[] {
  const { samples, classes, size } = options;
  const count = Math.min(thumbnailSamples, samples.labels.length);
  const points = samples.points.subarray(0, 2 * count);
  const labels = samples.labels.subarray(0, count);
  const { window = sampleWindow({ points, labels }) } = options;
  const scale = pixelScale(window, size);
  const paths = Array.from({ length: classes }, () => new MarksPath(size / 45));
  labels.forEach((label, i) => {
    const x = scale.x(points[2 * i] ?? NaN);
    const y = scale.y(points[2 * i + 1] ?? NaN);
    paths[label]?.add(label, x, y);
  });
  return paths.map(String);
}
