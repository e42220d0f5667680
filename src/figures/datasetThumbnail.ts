import { datasetNamed } from '../learning/datasets/datasets.ts';
import { makeSamples } from '../learning/datasets/makeSamples.ts';
import { sampleWindow } from '../learning/sampleWindow.ts';
import type { Samples } from '../learning/samples.ts';
import { pixelScale, tenth } from './plotSquare.ts';

const thumbnailSamples = 150;
const seed = 1;

/** One path per class, to be filled with its colour: circles for class 0, squares for the others. */
export type ClassPaths = readonly string[];

/** A data set in small. Throws a RangeError for an unknown name. */
export function datasetThumbnail(name: string, size: number): ClassPaths {
  return samplesThumbnail(makeSamples(datasetNamed(name), thumbnailSamples, seed), size);
}

/** The first samples of a set in small, in a square of side `size`. */
export function samplesThumbnail(samples: Samples, size: number): ClassPaths {
  const count = Math.min(thumbnailSamples, samples.labels.length);
  const points = samples.points.subarray(0, 2 * count);
  const labels = samples.labels.subarray(0, count);
  const scale = pixelScale(sampleWindow({ points, labels }), size);
  const radius = size / 45;
  const paths = Array.from({ length: Math.max(1, ...labels) + 1 }, () => '');
  for (let i = 0; i < count; i++) {
    const x = scale.x(points[2 * i]);
    const y = scale.y(points[2 * i + 1]);
    paths[labels[i]] += labels[i] === 0 ? circle(x, y, radius) : square(x, y, radius);
  }
  return paths;
}

function circle(x: number, y: number, radius: number): string {
  const r = tenth(radius);
  const arc = `a${r},${r},0,0,1,`;
  return `M${tenth(x - r)},${tenth(y)}${arc}${2 * r},0${arc}${-2 * r},0`;
}

/** As large as the circle of that radius: its side is √π times the radius. */
function square(x: number, y: number, radius: number): string {
  const side = tenth(Math.sqrt(Math.PI) * radius);
  return `M${tenth(x - side / 2)},${tenth(y - side / 2)}h${side}v${side}h${-side}z`;
}
