import { undecidedClass } from './predictedClasses.ts';

/** K×K counts, row-major: rows actual, columns predicted; undecided samples are left out. */
export function confusionMatrix(
  labels: Uint8Array,
  predicted: Uint8Array,
  classes: number,
): Uint32Array {
  const counts = new Uint32Array(classes * classes);
  labels.forEach((label, i) => {
    const column = predicted[i] ?? undecidedClass;
    if (column === undecidedClass) return;
    const cell = label * classes + column;
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return counts;
}
