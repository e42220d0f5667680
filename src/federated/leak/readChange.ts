import type { Vector } from '../../learning/updaters/updater.ts';
import { layerShapes } from '../../learning/parameters.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';

/** Where a server takes a sample to be. */
export interface Guess {
  readonly x: number;
  readonly y: number;
  /** The unit of the first layer that gave it away. */
  readonly unit: number;
  /** The three numbers of the change: of the unit's weights from x and y, and of its bias. */
  readonly numbers: readonly [number, number, number];
}

/**
 * Reads samples out of a gradient or a change: in the first layer the gradient of a weight is that of
 * the unit's bias times the weight's input, so for one sample x = dW / db, exactly, at each unit that
 * the sample reaches. From several samples it is a mean, weighted by their errors at the unit. The
 * guess of the unit with the largest db comes first; units that no sample reaches give none.
 * Source: Phong et al., Privacy-Preserving Deep Learning via Additively Homomorphic Encryption, 2018.
 */
export function guessPoints(change: Vector, network: NetworkSpecification): Guess[] {
  const units = layerShapes(network)[0]?.outputs ?? 0;
  const weightOf = (feature: string, unit: number) =>
    change[network.features.indexOf(feature) * units + unit] ?? NaN;
  const biases = network.features.length * units;
  const guesses = Array.from({ length: units }, (_, unit): Guess => {
    const numbers = [weightOf('x', unit), weightOf('y', unit), change[biases + unit] ?? 0] as const;
    return { x: numbers[0] / numbers[2], y: numbers[1] / numbers[2], unit, numbers };
  });
  return guesses
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .sort((a, b) => Math.abs(b.numbers[2]) - Math.abs(a.numbers[2]));
}

/**
 * The label of the sample that a change was learned from: learning from a sample raises the bias of
 * its class and lowers all others.
 */
export function guessLabel(change: Vector, { classes }: NetworkSpecification): number {
  const biases = change.slice(-classes);
  return biases.indexOf(Math.max(...biases));
}
