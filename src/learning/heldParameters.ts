import type { TrainingSpecification } from './specification.ts';

/** Which parameters training leaves alone: part of a `TrainingSpecification`. */
export type Mask = Pick<TrainingSpecification, 'frozen' | 'cut'>;

/** Indices of the frozen and the cut parameters, ascending. */
export function heldParameters({ frozen, cut }: Mask): Uint32Array {
  return Uint32Array.from([...frozen, ...cut]).sort();
}

/** The parameters with 0 for those that are cut; the same vector where none is. */
export function withCuts(parameters: Float32Array, { cut }: Mask): Float32Array {
  if (cut.length === 0) return parameters;
  const result = parameters.slice();
  for (const index of cut) result[index] = 0;
  return result;
}
