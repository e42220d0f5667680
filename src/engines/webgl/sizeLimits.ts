import type { Specification } from '../../learning/specification.ts';

/** Why this is too large for the WebGL programs, as a sentence; undefined where it is not. */
export function objectionToSize({ network, training }: Specification): string | undefined {
  const units = Math.max(0, ...network.hidden.map((layer) => layer.units));
  return (
    atMost(8, network.hidden.length, 'hidden layers') ??
    atMost(64, units, 'units in a hidden layer') ??
    atMost(10, network.classes, 'classes') ??
    atMost(1024, training.batchSize, 'samples in a mini-batch')
  );
}

function atMost(limit: number, wanted: number, what: string): string | undefined {
  if (wanted <= limit) return undefined;
  return `The WebGL engine takes at most ${limit} ${what}, not ${wanted}.`;
}

/** @throws RangeError with that sentence. */
export function checkSize(specification: Specification): void {
  const objection = objectionToSize(specification);
  if (objection !== undefined) throw new RangeError(objection);
}
