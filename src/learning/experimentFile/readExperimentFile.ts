import type { Configuration, RecipeChoice } from '../configuration.ts';
import { classCount } from '../classes.ts';
import { datasetNamed } from '../datasets/datasets.ts';
import { maskWords } from '../maskWords.ts';
import type { Samples } from '../samples.ts';
import type { SampleSource } from '../sampleSource.ts';
import type { AxisScaling } from '../scaling/scaling.ts';
import { decodeSnapshot, SnapshotFormatError } from '../snapshotFormat.ts';
import { SpecificationError } from '../validation/specificationError.ts';
import { validateConfiguration } from '../validation/validateConfiguration.ts';
import { bytesOf } from './base64.ts';
import {
  ExperimentFileError,
  type KeptDecision,
  type KeptExperiment,
  type KeptLosses,
  type KeptRun,
} from './experimentFile.ts';
import { experimentSchema, headSchema } from './experimentSchema.ts';
import { schemaCheck } from './schemaFault.ts';

/** One set as it is written: a list for each column. */
export interface WrittenSet {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly label: readonly number[];
}

/** Own samples as they are written. */
export interface WrittenSamples {
  readonly name: string;
  readonly description?: string | undefined;
  readonly scaling?: Readonly<Record<'x' | 'y', AxisScaling>> | undefined;
  readonly training: WrittenSet;
  readonly evaluation: WrittenSet;
}

/** A file as its schema describes it. */
export interface WrittenExperiment {
  readonly format: string;
  readonly version: number;
  readonly name: string;
  readonly recipe?: RecipeChoice | undefined;
  readonly samples?: WrittenSamples | undefined;
  readonly configuration: Configuration;
  readonly engine?: string | undefined;
  readonly decision?: KeptDecision | undefined;
  readonly snapshot?: string | undefined;
  readonly losses?: readonly (readonly (number | null)[])[] | undefined;
}

const headFault = schemaCheck(headSchema);
const fileFault = schemaCheck(experimentSchema);

/**
 * Reads the text of a `.edgewise.json` file, whole or not at all.
 * @throws ExperimentFileError with a sentence that begins with the field that is wrong.
 */
export function readExperimentFile(text: string): KeptExperiment {
  const written = checked(parsed(text));
  const { name, engine, decision } = written;
  const source = sourceOf(written);
  const configuration = configurationOf(written);
  const { classes } = configuration.network;
  checkClasses(source, classes);
  const positive = decision?.positiveClass ?? 0;
  if (positive >= classes) {
    throw fault('decision.positiveClass', `a class below ${classes}`, positive);
  }
  return { name, source, configuration, engine, decision, run: runOf(written, configuration) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ExperimentFileError(
      'the file: expected an experiment of Edgewise as JSON, got a text that is no JSON or is cut short',
    );
  }
}

function checked(value: unknown): WrittenExperiment {
  const problem = headFault(value) ?? fileFault(value);
  if (problem !== undefined) throw new ExperimentFileError(problem);
  return value as WrittenExperiment; // as its schema says
}

function configurationOf({ configuration }: WrittenExperiment): Configuration {
  try {
    return validateConfiguration(configuration);
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    throw new ExperimentFileError(`configuration.${error.field}, ${error.message}`);
  }
}

function sourceOf({ recipe, samples, configuration }: WrittenExperiment): SampleSource {
  if (recipe) return { kind: 'recipe', recipe };
  if (!samples) throw fault('samples', 'samples', 'none');
  const { name, description, scaling } = samples;
  const training = setFrom(samples.training, 'samples.training');
  const evaluation = setFrom(samples.evaluation, 'samples.evaluation');
  if (training.labels.length === 0) throw fault('samples.training', 'at least 1 sample', 'none');
  const { classes } = configuration.network;
  return {
    ...{ kind: 'own', name, description, scaling, samples: { training, evaluation } },
    // The last classes may have no samples any more.
    ...(classes > classCount(training.labels, evaluation.labels) && { classes }),
  };
}

function setFrom({ x, y, label }: WrittenSet, field: string): Samples {
  const count = label.length;
  for (const [axis, { length }] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (length !== count) {
      throw fault(`${field}.${axis}`, `${count} numbers, as many as labels`, length);
    }
  }
  const points = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    points[2 * i] = single(x[i]);
    points[2 * i + 1] = single(y[i]);
  }
  return { points, labels: Uint8Array.from(label) };
}

/** In single precision; 0 also for what rounds to −0, which JSON text does not tell apart from it. */
function single(value = NaN): number {
  return Math.fround(value) + 0;
}

function checkClasses(source: SampleSource, classes: number): void {
  const field = 'configuration.network.classes';
  if (source.kind === 'recipe') {
    const wanted = datasetNamed(source.recipe.set).classes;
    if (classes !== wanted) throw fault(field, `${wanted}, as the data set has`, classes);
    return;
  }
  const { training, evaluation } = source.samples;
  const least = classCount(training.labels, evaluation.labels);
  if (classes < least) throw fault(field, `at least ${least}, as the samples have`, classes);
}

function runOf(written: WrittenExperiment, { network, training }: Configuration) {
  if (written.snapshot === undefined) return undefined;
  const bytes = bytesOf(written.snapshot);
  if (!bytes) throw fault('snapshot', 'whole bytes in base64url', 'another text');
  try {
    const { snapshot, updater, mask } = decodeSnapshot(bytes, network);
    if (updater !== training.updater) {
      throw fault('snapshot, updater', training.updater, updater);
    }
    if (String(maskWords(mask)) !== String(maskWords(training))) {
      throw fault('snapshot', 'the frozen and cut parameters of the configuration', 'others');
    }
    return { snapshot, losses: lossesOf(written) } satisfies KeptRun;
  } catch (error) {
    if (!(error instanceof SnapshotFormatError)) throw error;
    throw new ExperimentFileError(error.message); // it begins with "snapshot"
  }
}

function lossesOf({ losses = [] }: WrittenExperiment): KeptLosses[] {
  const points = losses.map(([epoch, training, evaluation], i) => {
    if (epoch === undefined || epoch === null) throw fault(`losses[${i}][0]`, 'an epoch', 'null');
    return { epoch, training: training ?? NaN, evaluation: evaluation ?? NaN };
  });
  const wrong = points.findIndex(({ epoch }, i) => i > 0 && epoch <= (points[i - 1]?.epoch ?? 0));
  if (wrong < 0) return points;
  throw fault(`losses[${wrong}][0]`, 'epochs that ascend', points[wrong]?.epoch ?? '');
}

function fault(field: string, expected: string, got: string | number): ExperimentFileError {
  return new ExperimentFileError(`${field}: expected ${expected}, got ${got}`);
}
