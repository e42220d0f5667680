import { predictedClasses } from '../learning/evaluation/predictedClasses.ts';
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
  readonly radius?: number;
}

/**
 * Rings around the samples in the window whose predicted class is wrong, as one SVG path. Empty
 * while the probabilities are not those of the samples, as between two frames.
 */
export function wrongMarks(options: WrongMarksOptions): string {
  const { samples, probabilities, window, size, radius = Math.max(6, size / 85) } = options;
  const { points, labels } = samples;
  const classes = probabilities.length / labels.length;
  if (!Number.isInteger(classes)) return '';
  const predicted = predictedClasses(probabilities, classes, options);
  const scale = pixelScale(window, size);
  let path = '';
  for (let i = 0; i < labels.length; i++) {
    if (predicted[i] === labels[i]) continue;
    const x = scale.x(points[2 * i] ?? NaN);
    const y = scale.y(points[2 * i + 1] ?? NaN);
    if (x >= 0 && x <= size && y >= 0 && y <= size) path += ring(x, y, radius);
  }
  return path;
}

function ring(x: number, y: number, radius: number): string {
  const arc = `a${radius},${radius},0,0,1,`;
  return `M${tenth(x - radius)},${tenth(y)}${arc}${2 * radius},0${arc}${-2 * radius},0`;
}
