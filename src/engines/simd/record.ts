/*
 * What host and kernel share about a network, as records of 32-bit fields. The host writes the
 * fields by name, except those that only the kernel uses; the kernel's classes are generated from
 * the same lists.
 */

/** Fields of a record in their order: i32 for a number or an address, f32 for a float. */
export type RecordFields = Readonly<Record<string, 'i32' | 'f32'>>;

/** A network. Addresses are bytes in the memory; 0 where there is nothing. */
export const networkFields = {
  /** Number of layers, with the output layer; their records follow this one. */
  layers: 'i32',
  /** F, the number of columns of the samples. */
  features: 'i32',
  classes: 'i32',
  /** The largest number of rows that are processed together, a multiple of four. */
  chunkRows: 'i32',
  /** Bytes of the parameter vector, padded to a multiple of 16. */
  parameterBytes: 'i32',
  parameters: 'i32',
  gradient: 'i32',
  /** The updater's slots one after the other, each of `parameterBytes`. */
  state: 'i32',
  /** Index in the table of updaters. */
  updater: 'i32',
  /** Frozen and cut parameters: 20 bytes for each, see kernel/holdParameters.ts. */
  held: 'i32',
  heldCount: 'i32',
  /** Floats: the rate after the schedule, then the updater's own factors. */
  factors: 'i32',
  /** n×F floats, the training set. */
  inputs: 'i32',
  /** n bytes. */
  labels: 'i32',
  /** n words: the epoch's order. */
  order: 'i32',
  /** Offsets in the working space: the first layer's inputs, the rows' labels, results. */
  rowInputs: 'i32',
  rowLabels: 'i32',
  results: 'i32',
  l1: 'f32',
  l2: 'f32',
  clipping: 'f32',
  /** Units whose 24 random bits are below this are left out; 0 for no dropout. */
  dropoutThreshold: 'i32',
  /** 1 / (1 − dropout) */
  dropoutScale: 'f32',
  /** The number from which the seeds of all dropout masks are computed, and that of this step. */
  dropoutSource: 'i32',
  /** Written by the kernel only. */
  dropoutSourceOfStep: 'i32',
} as const satisfies RecordFields;

/** A layer. Offsets count from the parameters, or from the start of the working space. */
export const layerFields = {
  inputs: 'i32',
  outputs: 'i32',
  weights: 'i32',
  biases: 'i32',
  /** Index in the table of activations; the output layer has none. */
  activation: 'i32',
  /** Offsets in the working space: outputs × rows, unit by unit. */
  values: 'i32',
  /** f′(z) in the forward pass, the error in the backward pass. */
  errors: 'i32',
} as const satisfies RecordFields;

/** Size of a record in bytes. */
export function recordBytes(fields: RecordFields): number {
  return 4 * Object.keys(fields).length;
}

/** Writes some fields of the record at that address. */
export function writeRecord<Fields extends RecordFields>(
  memory: DataView,
  address: number,
  fields: Fields,
  values: Partial<Record<keyof Fields & string, number>>,
): void {
  Object.entries(fields).forEach(([name, type], i) => {
    const value = values[name];
    if (value === undefined) return;
    if (type === 'f32') memory.setFloat32(address + 4 * i, value, true);
    else memory.setInt32(address + 4 * i, value, true);
  });
}
