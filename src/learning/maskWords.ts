import type { Mask } from './heldParameters.ts';

/** Set in the word of a parameter that is cut. */
const cutBit = 0x8000_0000;

/** A mask as words, one for each frozen or cut parameter, ascending by its index in the low 31 bits. */
export function maskWords({ frozen, cut }: Mask): readonly number[] {
  const words = [
    ...frozen.map((index) => ({ index, word: index })),
    ...cut.map((index) => ({ index, word: index + cutBit })),
  ];
  return words.sort((a, b) => a.index - b.index).map(({ word }) => word);
}

/** The mask of such words; undefined where their indices do not ascend or reach `count`. */
export function maskOfWords(words: readonly number[], count: number): Mask | undefined {
  const frozen: number[] = [];
  const cut: number[] = [];
  let last = -1;
  for (const word of words) {
    const index = word % cutBit;
    if (index <= last || index >= count) return undefined;
    (word >= cutBit ? cut : frozen).push(index);
    last = index;
  }
  return { frozen, cut };
}
