import { articleConfiguration } from '../../src/learning/configuration.ts';
import type { Specification } from '../../src/learning/specification.ts';

/** Who does the arithmetic. */
export type Subject = 'eager webgl' | 'eager cpu' | 'webgl' | 'plain';

export type NetworkName = '2-20-2' | '8×64';

export interface BenchCase {
  readonly subject: Subject;
  readonly network: NetworkName;
}

export interface Measurement {
  readonly microsecondsPerStep: number;
  /** Of a field of 256 × 256 cells. */
  readonly fieldMilliseconds: number;
}

export const subjects: readonly { readonly subject: Subject; readonly title: string }[] = [
  { subject: 'eager webgl', title: 'tfjs eager, webgl' },
  { subject: 'eager cpu', title: 'tfjs eager, cpu' },
  { subject: 'webgl', title: 'Edgewise, webgl' },
  { subject: 'plain', title: 'Edgewise, plain' },
];

export const networks: readonly NetworkName[] = ['2-20-2', '8×64'];

/** The article's classifier, or as deep and wide as the playground goes; ReLU, batch 50. */
export function specificationOf(name: NetworkName): Specification {
  const { network, training } = articleConfiguration;
  const hidden = name === '2-20-2' ? [20] : Array.from({ length: 8 }, () => 64);
  return {
    network: { ...network, hidden: hidden.map((units) => ({ units, activation: 'relu' })) },
    training,
  };
}
