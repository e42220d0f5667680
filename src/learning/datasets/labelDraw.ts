import type { Random } from '../random.ts';
import type { Dataset } from './dataset.ts';

/**
 * Returns the labels of a data set's samples, one after the other. `balance` is the share of class
 * 1 where there are two, in whole hundredths: each further class is balance / (1 − balance) times as
 * frequent as class 0.
 */
export function labelDraw(dataset: Dataset, balance: number, random: Random): () => number {
  const block = labelBlock(dataset.classes, balance);
  if (dataset.balance === 'coin') return () => block[random.integer(block.length)] ?? 0;
  // All labels of the block in random order, then all again: each share is kept, and mixed.
  const rest: number[] = [];
  return () => {
    if (rest.length === 0) rest.push(...block);
    const [label = 0] = rest.splice(random.integer(rest.length), 1);
    return label;
  };
}

/** The shortest list of labels in which the classes have their shares: 0, 1, 1, 1 for 0.75. */
function labelBlock(classes: number, balance: number): readonly number[] {
  const other = Math.round(100 * balance);
  const divisor = greatestCommonDivisor(100 - other, other);
  return Array.from({ length: classes }, (_, label) =>
    Array.from({ length: (label === 0 ? 100 - other : other) / divisor }, () => label),
  ).flat();
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
