import { articleConfiguration } from '../../src/learning/configuration.ts';
import type { Specification } from '../../src/learning/specification.ts';

/** What computes: an engine, or another library. */
export type Subject = 'eager webgl' | 'eager cpu' | 'webgl' | 'simd';

export const subjects: readonly { readonly subject: Subject; readonly title: string }[] = [
  { subject: 'eager webgl', title: 'tfjs eager, webgl' },
  { subject: 'eager cpu', title: 'tfjs eager, cpu' },
  { subject: 'webgl', title: 'Edgewise, webgl' },
  { subject: 'simd', title: 'Edgewise, simd, one thread' },
];

/** A network 2-units-…-2 with ReLU, and the size of its batches and sample sets. */
export interface Shape {
  /** Number of hidden layers, each with `units` units. */
  readonly layers: number;
  readonly units: number;
  readonly batch: number;
  readonly samples: number;
}

/** The article's classifier. */
export const articleShape: Shape = { layers: 1, units: 20, batch: 50, samples: 1000 };

export type NetworkName = '2-20-2' | '8×64';

/** The article's classifier, and one as deep as the playground goes. */
export const networks: readonly { readonly network: NetworkName; readonly shape: Shape }[] = [
  { network: '2-20-2', shape: articleShape },
  { network: '8×64', shape: { ...articleShape, layers: 8, units: 64 } },
];

/** The network whose speed is compared with the peak of the processor. */
export const largeShape: Shape = { layers: 8, units: 64, batch: 256, samples: 2560 };

/** One number that grows while the others stay the same. */
export interface Growth {
  readonly title: string;
  readonly along: keyof Shape;
  readonly values: readonly number[];
  readonly shape: Shape;
}

export const growths: readonly Growth[] = [
  {
    title: 'hidden units (2-n-2, batch 50)',
    along: 'units',
    values: [4, 16, 64, 256],
    shape: articleShape,
  },
  {
    title: 'hidden layers (n × 20, batch 50)',
    along: 'layers',
    values: [1, 2, 4, 8],
    shape: articleShape,
  },
  {
    title: 'batch (2-20-2, 4 096 samples)',
    along: 'batch',
    values: [16, 64, 256, 1024, 4096],
    shape: { ...articleShape, samples: 4096 },
  },
  {
    title: 'samples (2-20-2, batch 50)',
    along: 'samples',
    values: [1000, 10_000, 100_000, 1_000_000],
    shape: articleShape,
  },
];

/** Steps between the two measurements of memory. */
export const manySteps = 1_000_000;

export function specificationOf({ layers, units, batch }: Shape): Specification {
  const { network, training } = articleConfiguration;
  const hidden = Array.from({ length: layers }, () => ({ units, activation: 'relu' }));
  return { network: { ...network, hidden }, training: { ...training, batchSize: batch } };
}
