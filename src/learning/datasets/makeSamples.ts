import type { RecipeChoice } from '../configuration.ts';
import { createRandom } from '../random.ts';
import type { Samples } from '../samples.ts';
import type { Dataset } from './dataset.ts';
import { labelDraw } from './labelDraw.ts';
import { misleadSamples } from './misleadSamples.ts';
import { roundCoordinate } from './roundCoordinate.ts';

/** How samples differ from the plain shape; what is left out is as the data set has it. */
export type SampleVariation = Partial<
  Pick<RecipeChoice, 'noise' | 'balance' | 'labelNoise' | 'outliers'>
>;

/**
 * Draws `size` samples of a recipe. The first n samples are the same for every size ≥ n. Coordinates
 * have 5 decimals, as in our files, so that a file gives back the same single-precision numbers.
 */
export function makeSamples(
  dataset: Dataset,
  size: number,
  seed: number,
  variation: SampleVariation = {},
): Samples {
  const { noise = dataset.noise, balance = 0.5, labelNoise = 0, outliers = 0 } = variation;
  const random = createRandom(seed);
  const nextLabel = labelDraw(dataset, balance, random);
  const scatter = noise * dataset.radius;
  const points = new Float32Array(2 * size);
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const label = nextLabel();
    const { x, y } = dataset.draw(random, label, scatter);
    labels[i] = label;
    points[2 * i] = roundCoordinate(x);
    points[2 * i + 1] = roundCoordinate(y);
  }
  misleadSamples({ points, labels }, dataset, { labelNoise, outliers }, seed);
  return { points, labels };
}
