import type { NetworkSpecification, TrainingSpecification } from '../../learning/specification.ts';

/* What the programs are made for. Each check throws a RangeError that says what it can do. */

export function checkNetwork({ hidden, classes }: NetworkSpecification): void {
  atMost('hidden layers', 8, hidden.length);
  hidden.forEach(({ units }, i) => atMost(`units of hidden layer ${i + 1}`, 64, units));
  atMost('classes', 10, classes);
}

export function checkTraining({ batchSize }: TrainingSpecification): void {
  atMost('samples in a mini-batch', 1024, batchSize);
}

function atMost(what: string, limit: number, got: number): void {
  if (got <= limit) return;
  throw new RangeError(`${what}: the WebGL engine takes at most ${limit}, got ${got}`);
}
