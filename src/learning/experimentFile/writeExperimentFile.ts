import { shortSingle } from '../csv/shortSingle.ts';
import type { Samples } from '../samples.ts';
import type { OwnSource } from '../sampleSource.ts';
import { encodeSnapshot } from '../snapshotFormat.ts';
import { base64Of } from './base64.ts';
import type { KeptExperiment, KeptLosses } from './experimentFile.ts';
import { experimentFormat, experimentVersion } from './experimentSchema.ts';
import type { WrittenExperiment, WrittenSamples, WrittenSet } from './readExperimentFile.ts';

/** The text of the file, from which `readExperimentFile` reads the very same experiment. */
export function writeExperimentFile(experiment: KeptExperiment): string {
  const { name, source, configuration, engine, decision, run } = experiment;
  const written: WrittenExperiment = {
    format: experimentFormat,
    version: experimentVersion,
    name,
    ...(source.kind === 'recipe' ? { recipe: source.recipe } : { samples: samplesOf(source) }),
    configuration,
    engine,
    decision,
    snapshot: run && base64Of(encodeSnapshot(run.snapshot, configuration)),
    losses: run?.losses.map(lossesOf),
  };
  return `${JSON.stringify(written)}\n`;
}

function samplesOf({ name, description, scaling, samples }: OwnSource): WrittenSamples {
  const { training, evaluation } = samples;
  return {
    name,
    description,
    scaling,
    training: setOf(training),
    evaluation: setOf(evaluation),
  };
}

/** JSON has no −0: both are written as 0, which no network tells apart. */
function setOf({ points, labels }: Samples): WrittenSet {
  const column = (from: number) =>
    Array.from(labels, (_, i) => shortSingle(points[2 * i + from] ?? NaN));
  return { x: column(0), y: column(1), label: Array.from(labels) };
}

/** JSON has no NaN, the loss of a set without samples. */
function lossesOf({ epoch, training, evaluation }: KeptLosses): readonly (number | null)[] {
  return [epoch, finite(training), finite(evaluation)];
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
