import type { SetName } from '../../learning/samples.ts';

/** One sample of a set. */
export interface SampleIndex {
  readonly set: SetName;
  readonly index: number;
}

/** Some samples of both sets, by their indices. */
export type Picked = Readonly<Record<SetName, ReadonlySet<number>>>;

export const setNames: readonly SetName[] = ['training', 'evaluation'];

export const nonePicked: Picked = { training: new Set(), evaluation: new Set() };

export function picked(samples: Iterable<SampleIndex>): Picked {
  const sets = { training: new Set<number>(), evaluation: new Set<number>() };
  for (const { set, index } of samples) sets[set].add(index);
  return sets;
}

export function pickedCount({ training, evaluation }: Picked): number {
  return training.size + evaluation.size;
}

export function allPicked({ training, evaluation }: Picked): readonly SampleIndex[] {
  return [
    ...Array.from(training, (index) => ({ set: 'training' as const, index })),
    ...Array.from(evaluation, (index) => ({ set: 'evaluation' as const, index })),
  ];
}
