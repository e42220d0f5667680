/*
 * What host and kernel know of a network, as records of 32-bit fields. The host writes by name, all
 * but what is the kernel's own; the kernel's classes are generated from the same lists.
 */

/** Fields of a record in their order: i32 for a number or an address, f32 for a float. */
export type RecordFields = Readonly<Record<string, 'i32' | 'f32'>>;

/** A network. Addresses are bytes in the memory; 0 where there is nothing. */
export const networkFields = {
  /** All layers, the output among them; their records follow this one. */
  layers: 'i32',
  /** F, columns of the samples. */
  features: 'i32',
  classes: 'i32',
  /** Most rows that go through at once, a multiple of four. */
  chunkRows: 'i32',
  /** Bytes of the parameter vector, filled up to a multiple of 16. */
  parameterBytes: 'i32',
  parameters: 'i32',
  gradient: 'i32',
  /** The updater's slots one after the other, each of `parameterBytes`. */
  state: 'i32',
  /** Place in the table of updaters. */
  updater: 'i32',
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
  /** Where the seeds of all dropout masks come from, and those of this step's. */
  dropoutSource: 'i32',
  /** The kernel's own. */
  dropoutSourceOfStep: 'i32',
} as const satisfies RecordFields;

/** A layer. Offsets count from the parameters, or from the start of the working space. */
export const layerFields = {
  inputs: 'i32',
  outputs: 'i32',
  weights: 'i32',
  biases: 'i32',
  /** Place in the table of activations; the output layer has none. */
  activation: 'i32',
  /** Offsets in the working space: outputs × rows, unit by unit. */
  values: 'i32',
  /** f′(z) on the way forth, the error on the way back. */
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
