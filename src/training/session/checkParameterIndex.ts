import { parameterCount } from '../../learning/parameters.ts';
import type { Specification } from '../../learning/specification.ts';

/** @throws RangeError with a sentence for an index of no parameter, or of one that is cut. */
export function checkParameterIndex(index: number, { network, training }: Specification): void {
  const count = parameterCount(network);
  if (!(index >= 0 && index < count)) {
    throw new RangeError(`Expected the index of one of ${count} parameters, got ${index}.`);
  }
  if (!training.cut.includes(index)) return;
  throw new RangeError(`Parameter ${index} is cut: it stays 0 until it is cut no more.`);
}
