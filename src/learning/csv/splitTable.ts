import { combineSeeds, createRandom } from '../random.ts';
import type { SetName } from '../samples.ts';

/** Labelled points, in whatever precision. */
interface Labelled<Points> {
  /** n×2, row-major. */
  readonly points: Points;
  readonly labels: Uint8Array;
}

const stream = 17;

/**
 * Divides samples into a training set and an evaluation set with this share of each class, so that
 * both have all classes of which there are enough. Both keep the order of the samples.
 * @param share 0 to 1; a class of two samples or more leaves at least one for training.
 */
export function splitTable(
  { points, labels }: Labelled<Float64Array>,
  share: number,
  seed: number,
): Readonly<Record<SetName, Labelled<Float64Array>>> {
  const random = createRandom(combineSeeds(seed, stream));
  const held = new Uint8Array(labels.length);
  for (const label of new Set(labels)) {
    const ofClass = indicesOf(labels, label);
    const count = Math.min(Math.round(share * ofClass.length), ofClass.length - 1);
    for (let taken = 0; taken < count; taken++) {
      const other = taken + random.integer(ofClass.length - taken);
      const [here = 0, there = 0] = [ofClass[taken], ofClass[other]];
      ofClass[taken] = there;
      ofClass[other] = here;
      held[there] = 1;
    }
  }
  const those = (flag: number) => {
    const rows = indicesOf(held, flag);
    const chosen = new Float64Array(2 * rows.length);
    rows.forEach((row, i) => {
      chosen[2 * i] = points[2 * row] ?? 0;
      chosen[2 * i + 1] = points[2 * row + 1] ?? 0;
    });
    return { points: chosen, labels: labels.filter((_, row) => held[row] === flag) };
  };
  return { training: those(0), evaluation: those(1) };
}

/** Where in a list a value is; in typed arrays, because a file may have tens of millions of rows. */
function indicesOf(values: Uint8Array, wanted: number): Uint32Array {
  const count = values.reduce((sum, value) => sum + Number(value === wanted), 0);
  const indices = new Uint32Array(count);
  let next = 0;
  values.forEach((value, index) => {
    if (value === wanted) indices[next++] = index;
  });
  return indices;
}
