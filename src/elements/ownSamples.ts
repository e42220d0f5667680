import { classes } from '../learning/classes.ts';
import { quoted } from '../learning/quoted.ts';
import type { Samples } from '../learning/samples.ts';
import type { OwnSource } from '../learning/sampleSource.ts';

/** One sample as cells write it. */
export interface SampleRow {
  readonly x: number;
  readonly y: number;
  /** The number of its class: 0 is red, 1 is blue. */
  readonly label: number;
}

/** Samples for training, or for training and evaluation. */
export type SampleRows =
  | readonly SampleRow[]
  | { readonly training: readonly SampleRow[]; readonly evaluation: readonly SampleRow[] };

/**
 * The samples of a cell as a source for an experiment; the sets are the same where there is one list.
 * @throws RangeError with a sentence for anything that is no sample. Cells have no types.
 */
export function ownSamples(data: unknown): OwnSource {
  const sets = isRecord(data) ? data : { training: data, evaluation: data };
  const samples = {
    training: toSamples('training', sets.training),
    evaluation: toSamples('evaluation', sets.evaluation),
  };
  if (samples.training.labels.length === 0) {
    throw new RangeError('data: expected at least one sample to train on, got none');
  }
  return { kind: 'own', name: 'samples of the notebook', samples };
}

/** n samples as rows. */
export function sampleRows({ points, labels }: Samples): SampleRow[] {
  return Array.from(labels, (label, i) => ({
    x: points[2 * i] ?? NaN,
    y: points[2 * i + 1] ?? NaN,
    label,
  }));
}

function toSamples(set: string, rows: unknown): Samples {
  if (!Array.isArray(rows)) {
    throw new RangeError(
      `data: expected the name of a data set, or a list of samples {x, y, label} as ${set} set, got ${shown(rows)}`,
    );
  }
  const list = Array.from<unknown, SampleRow>(rows, (row, i) => toRow(row, `${set} sample ${i}`));
  return {
    points: Float32Array.from(list.flatMap(({ x, y }) => [x, y])),
    labels: Uint8Array.from(list, ({ label }) => label),
  };
}

function toRow(row: unknown, what: string): SampleRow {
  const { x, y, label } = isRecord(row) ? row : {};
  if (!isNumber(x) || !isNumber(y)) {
    throw new RangeError(`data, ${what}: expected numbers x and y, got ${shown(row)}`);
  }
  if (!isNumber(label) || !Number.isInteger(label) || label < 0 || label >= classes.length) {
    const last = classes.length - 1;
    throw new RangeError(
      `data, ${what}: expected as label a whole number from 0 to ${last}, got ${shown(label)}`,
    );
  }
  return { x, y, label };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}
