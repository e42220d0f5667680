import { features } from '../../learning/features.ts';
import { fieldPoints } from '../../learning/fieldPoints.ts';
import type { Window } from '../../learning/samples.ts';

/** A unit or an input over a window, laid out as a field. */
export interface PlanePicture {
  readonly values: Float32Array;
  readonly resolution: number;
  readonly window: Window;
}

/** What an input that the network has or could have is over a window. */
export function inputPicture(feature: number, window: Window, resolution: number): PlanePicture {
  const { value } = features[feature] ?? { value: () => 0 };
  const points = fieldPoints(window, resolution);
  const values = Float32Array.from({ length: resolution ** 2 }, (_, cell) =>
    value(points[2 * cell] ?? 0, points[2 * cell + 1] ?? 0),
  );
  return { values, resolution, window };
}
