import { resolve } from 'node:path';
import { ExperimentFileError } from '../learning/experimentFile/experimentFile.ts';
import { readExperimentFile } from '../learning/experimentFile/readExperimentFile.ts';
import { shownName } from '../learning/quoted.ts';
import { samplesOf } from '../learning/sampleSource.ts';
import { unscaled } from '../learning/scaling/scaling.ts';
import { filePieces } from './filePieces.ts';
import { fileTrouble } from './fileTrouble.ts';
import { InterruptedError } from './interruptedError.ts';
import type { TrainingJob } from './prepareTraining.ts';
import { largestFile } from './sampleFile.ts';
import { hasEvaluation, isExperimentFile } from './sampleOptions.ts';
import type { Terminal } from './terminal.ts';
import type { TrainOptions } from './trainOptions.ts';
import { withAllHyperparameters } from './trainOptions.ts';
import { UsageError } from './usageError.ts';

/**
 * The options as they are, or with the settings of the experiment whose file they name.
 * @throws UsageError
 * @throws InterruptedError
 */
export async function withExperiment(
  options: TrainOptions,
  terminal: Terminal,
): Promise<TrainOptions> {
  if (!isExperimentFile(options)) return options;
  const name = options.trainingFile ?? '';
  try {
    const experiment = readExperimentFile(await textOf(name, terminal));
    const { network, training, stopping } = experiment.configuration;
    if (stopping.epochs === 0) {
      throw new UsageError(
        `${shownName(name)}: configuration.stopping.epochs: expected at least 1 here, because a command must end, got 0.`,
      );
    }
    const own = { ...options, experiment, network, stopping };
    if (options.predictionsFile === undefined || hasEvaluation(own)) {
      return { ...own, training: withAllHyperparameters(training) };
    }
    throw new UsageError(
      `--predictions: expected samples for evaluation in ${shownName(name)}, got none.`,
    );
  } catch (error) {
    if (error instanceof ExperimentFileError) {
      throw new UsageError(`${shownName(name)}: ${error.message}.`);
    }
    throw error;
  }
}

/** What to train, of options with an experiment; undefined for others. */
export function experimentJob({ experiment, training }: TrainOptions): TrainingJob | undefined {
  if (!experiment) return undefined;
  const { source, configuration } = experiment;
  return {
    specification: { network: configuration.network, training },
    samples: samplesOf(source),
    scaling: (source.kind === 'own' ? source.scaling : undefined) ?? unscaled,
    sentences: [],
    warning: '',
    stopping: configuration.stopping,
  };
}

async function textOf(name: string, { folder, interrupted }: Terminal): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  try {
    for await (const piece of filePieces(resolve(folder, name), interrupted)) {
      size += piece.length;
      if (size > largestFile) {
        throw new ExperimentFileError(`expected at most ${largestFile / 1e6} MB, got more`);
      }
      text += decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    if (interrupted.aborted) {
      throw new InterruptedError(interrupted, `while reading ${shownName(name)}`);
    }
    if (error instanceof ExperimentFileError) throw error;
    throw new UsageError(`${shownName(name)}: ${fileTrouble(error)}`);
  }
  return text + decoder.decode();
}
