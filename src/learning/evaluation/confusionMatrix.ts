import { undecidedClass } from './predictedClasses.ts';

/** K×K counts, row-major: rows actual, columns predicted; undecided samples are left out. */
export function confusionMatrix(
  labels: Uint8Array,
  predicted: Uint8Array,
  classes: number,
): Uint32Array {
  const counts = new Uint32Array(classes * classes);
  for (let i = 0; i < labels.length; i++) {
    if (predicted[i] !== undecidedClass) counts[labels[i] * classes + predicted[i]]++;
  }
  return counts;
}
