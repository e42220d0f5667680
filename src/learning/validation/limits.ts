/** Smallest and largest value allowed, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The ranges of all numbers in a configuration that the tables do not give. */
export const limits = {
  data: {
    training: { min: 10, max: 5000 },
    evaluation: { min: 0, max: 5000 },
  },
  network: {
    layers: { min: 0, max: 8 },
    units: { min: 1, max: 256 },
    classes: { min: 2, max: 10 },
  },
  training: {
    rate: { min: 1e-6, max: 10 },
    batchSize: { min: 1, max: 4096 },
    l1: { min: 0, max: 1 },
    l2: { min: 0, max: 1 },
    dropout: { min: 0, max: 0.9 },
    clipping: { min: 0, max: 100 },
  },
  stopping: {
    epochs: { min: 0, max: 1_000_000 },
    loss: { min: 0, max: 100 },
    accuracy: { min: 0, max: 1 },
    plateau: { min: 0, max: 1_000_000 },
  },
  seed: { min: 0, max: 2 ** 32 - 1 },
} as const satisfies Readonly<Record<string, Range | Readonly<Record<string, Range>>>>;
