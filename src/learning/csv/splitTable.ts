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
    const ofClass = Array.from(labels.keys()).filter((i) => labels[i] === label);
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
    const chosen = Array.from(labels.keys()).filter((i) => held[i] === flag);
    return {
      points: Float64Array.from(
        chosen.flatMap((i) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0]),
      ),
      labels: Uint8Array.from(chosen, (i) => labels[i] ?? 0),
    };
  };
  return { training: those(0), evaluation: those(1) };
}
