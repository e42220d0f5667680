import { classes, classCount } from '../../learning/classes.ts';
import type { Samples } from '../../learning/samples.ts';
import type { OwnSource } from '../../learning/sampleSource.ts';
import type { ChoiceStorage } from '../page/persisted.svelte.ts';

/** Own samples that outlive the page, and the address of the page that showed them. */
export interface KeptSamples {
  readonly own: OwnSource;
  readonly address: string;
}

const key = 'edgewise-samples';

/** As they are in the storage; a later version of the page knows by it what it reads. */
const version = 1;

/** Numbers of a set: x, y and label of each sample, one after the other. */
type Rows = readonly number[];

/** Keeps own samples. Throws where the storage is full or forbidden. */
export function keepSamples(storage: ChoiceStorage, { own, address }: KeptSamples): void {
  const { name, description, scaling, classes: count } = own;
  const sets = {
    training: rowsOf(own.samples.training),
    evaluation: rowsOf(own.samples.evaluation),
  };
  storage.setItem(
    key,
    JSON.stringify({ version, address, name, description, scaling, count, sets }),
  );
}

/** The samples that were kept; undefined where there are none, or none that can be read. */
export function keptSamples(storage: ChoiceStorage): KeptSamples | undefined {
  try {
    return readKept(JSON.parse(storage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}

function readKept(kept: unknown): KeptSamples | undefined {
  const { version: written, address, name, description, scaling, count, sets } = fieldsOf(kept);
  const { training, evaluation } = fieldsOf(sets);
  const samples = { training: samplesFrom(training), evaluation: samplesFrom(evaluation) };
  if (written !== version || typeof address !== 'string' || typeof name !== 'string')
    return undefined;
  if (!samples.training || !samples.evaluation || samples.training.labels.length === 0) {
    return undefined;
  }
  if (classCount(samples.training.labels, samples.evaluation.labels) > classes.length) {
    return undefined;
  }
  const own: OwnSource = {
    kind: 'own',
    name,
    description: typeof description === 'string' ? description : undefined,
    samples: { training: samples.training, evaluation: samples.evaluation },
    scaling: scalingFrom(scaling),
    ...(isClassCount(count) && { classes: count }),
  };
  return scaling !== undefined && !own.scaling ? undefined : { own, address };
}

function rowsOf({ points, labels }: Samples): Rows {
  return Array.from(labels).flatMap((label, i) => [
    points[2 * i] ?? 0,
    points[2 * i + 1] ?? 0,
    label,
  ]);
}

function samplesFrom(rows: unknown): Samples | undefined {
  if (!Array.isArray(rows) || rows.length % 3 !== 0) return undefined;
  const numbers = Array.from<unknown>(rows).filter((value) => typeof value === 'number');
  const labels = numbers.filter((_, i) => i % 3 === 2);
  const points = Float32Array.from(numbers.filter((_, i) => i % 3 !== 2));
  const sound =
    numbers.length === rows.length &&
    points.every(Number.isFinite) &&
    labels.every((label) => Number.isInteger(label) && label >= 0 && label < classes.length);
  return sound ? { points, labels: Uint8Array.from(labels) } : undefined;
}

function scalingFrom(scaling: unknown): OwnSource['scaling'] {
  const { x, y } = fieldsOf(scaling);
  const [across, up] = [x, y].map(axisFrom);
  return across && up ? { x: across, y: up } : undefined;
}

function axisFrom(axis: unknown) {
  const { shift, size } = fieldsOf(axis);
  const sound = typeof shift === 'number' && typeof size === 'number' && size > 0;
  return sound && Number.isFinite(shift) && Number.isFinite(size) ? { shift, size } : undefined;
}

function isClassCount(count: unknown): count is number {
  return Number.isInteger(count) && Number(count) >= 2 && Number(count) <= classes.length;
}

function fieldsOf(value: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
