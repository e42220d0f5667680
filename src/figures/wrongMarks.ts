import { predictedClasses, undecidedClass } from '../learning/evaluation/predictedClasses.ts';
import type { EvaluationOptions } from '../learning/evaluation/evaluationOptions.ts';
import type { Samples, Window } from '../learning/samples.ts';
import { pixelScale, tenth } from './plotSquare.ts';

/** Samples, what was predicted of them, and where they are shown. */
export interface WrongMarksOptions extends EvaluationOptions {
  readonly samples: Samples;
  /** n×K, row-major. */
  readonly probabilities: Float32Array;
  readonly window: Window;
  /** Side of the square that shows the window, in pixels. */
  readonly size: number;
  /** Of the rings, in pixels. */
  readonly radius: number;
}

/** Rings around samples that are wrongly predicted as one class. */
export interface WrongMarks {
  /** `undecidedClass` where the probabilities are not finite. */
  readonly predicted: number;
  /** An SVG path. */
  readonly path: string;
}

/**
 * Rings around the samples in the window whose predicted class is wrong, for each predicted class one
 * path. Empty while the probabilities are not those of the samples, as between two frames.
 */
export function wrongMarks(options: WrongMarksOptions): WrongMarks[] {
  const { samples, probabilities, window, size, radius } = options;
  const { points, labels } = samples;
  const classes = probabilities.length / labels.length;
  if (!Number.isInteger(classes)) return [];
  const predicted = predictedClasses(probabilities, classes, options);
  const scale = pixelScale(window, size);
  const paths = new Map<number, string>();
  for (let i = 0; i < labels.length; i++) {
    const label = predicted[i] ?? undecidedClass;
    if (label === labels[i]) continue;
    const x = scale.x(points[2 * i] ?? NaN);
    const y = scale.y(points[2 * i + 1] ?? NaN);
    if (x < 0 || x > size || y < 0 || y > size) continue;
    paths.set(label, (paths.get(label) ?? '') + ring(x, y, radius));
  }
  return Array.from(paths, ([label, path]) => ({ predicted: label, path }));
}

function ring(x: number, y: number, exactRadius: number): string {
  const radius = tenth(exactRadius);
  const arc = `a${radius},${radius},0,0,1,`;
  return `M${tenth(x - radius)},${tenth(y)}${arc}${tenth(2 * radius)},0${arc}${tenth(-2 * radius)},0`;
}
