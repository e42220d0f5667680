import { createRandom, type Random } from '../random.ts';
import type { Samples } from '../samples.ts';
import type { Dataset } from './dataset.ts';

const decimals = 1e5;

/**
 * Draws `size` samples of a recipe. The first n samples are the same for every size ≥ n. Coordinates
 * have 5 decimals, as in our files, so that a file gives back the same single-precision numbers.
 */
export function makeSamples(dataset: Dataset, size: number, seed: number): Samples {
  const random = createRandom(seed);
  const nextLabel =
    dataset.balance === 'coin'
      ? () => random.integer(dataset.classes)
      : evenLabels(random, dataset.classes);
  const points = new Float32Array(2 * size);
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const label = nextLabel();
    const { x, y } = dataset.draw(random, label);
    labels[i] = label;
    points[2 * i] = rounded(x);
    points[2 * i + 1] = rounded(y);
  }
  return { points, labels };
}

/** Returns all classes in random order, then all again: each equally often, mixed. */
function evenLabels(random: Random, classes: number): () => number {
  const rest: number[] = [];
  return () => {
    if (rest.length === 0) for (let label = 0; label < classes; label++) rest.push(label);
    const [label = 0] = rest.splice(random.integer(rest.length), 1);
    return label;
  };
}

function rounded(coordinate: number): number {
  return Math.round(coordinate * decimals) / decimals + 0; // + 0 turns −0 into 0
}
