import type { Mask } from '../../learning/heldParameters.ts';

/** What training does with a parameter: it moves it, leaves it as it is, or it is 0 and stays 0. */
export type Hold = 'learns' | 'frozen' | 'cut';

/** What a mask freezes and cuts, by index; parameters that are not in it learn. */
export function holdsOf({ frozen, cut }: Mask): ReadonlyMap<number, Hold> {
  return new Map<number, Hold>([
    ...frozen.map((index) => [index, 'frozen'] as const),
    ...cut.map((index) => [index, 'cut'] as const),
  ]);
}

/** The mask in which the `freed` parameters learn, and then those at the indices are held so. */
export function withHold(
  mask: Mask,
  indices: readonly number[],
  hold: Hold,
  freed: readonly number[] = indices,
): Mask {
  const holds = new Map(holdsOf(mask));
  for (const index of freed) holds.delete(index);
  for (const index of indices) holds.set(index, hold);
  const all = [...holds].sort(([a], [b]) => a - b);
  const those = (wanted: Hold) => all.flatMap(([index, each]) => (each === wanted ? [index] : []));
  return { frozen: those('frozen'), cut: those('cut') };
}
