import { evaluate } from '../learning/evaluation/evaluate.ts';
import type { Evaluation } from '../learning/evaluation/evaluation.ts';
import type { SetName } from '../learning/samples.ts';
import { asksForJson, jsonText } from './jsonText.ts';
import { type PreparedTraining, prepareTraining } from './prepareTraining.ts';
import { ProgressBar } from './progressBar.ts';
import { resultText, writtenSentences } from './resultText.ts';
import { hasEvaluation, isExperimentFile } from './sampleOptions.ts';
import { tellSamples } from './tellSamples.ts';
import type { Terminal } from './terminal.ts';
import { readTrainingJob } from './trainingJob.ts';
import { checkTrainingOutputs, writeOutputs } from './trainingOutputs.ts';
import { trainingReport } from './trainingReport.ts';
import { divergedTraining, plannedSteps, trainNetwork } from './trainNetwork.ts';
import { readTrainOptions, trainHelp } from './trainOptions.ts';

/**
 * `edgewise train`. Returns sentences on what it has written.
 * @throws UsageError
 * @throws DivergedError
 * @throws InterruptedError
 */
export async function train(
  words: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> {
  const asked = readTrainOptions(words);
  if (!asked) {
    terminal.write(asksForJson(words) ? jsonText({ help: trainHelp }) : trainHelp);
    return [];
  }
  checkTrainingOutputs(asked, terminal.folder);
  // Loaded only for such a file: a table of samples may need all the memory.
  const fromFile = isExperimentFile(asked) ? await import('./experimentJob.ts') : undefined;
  const options = (await fromFile?.withExperiment(asked, terminal)) ?? asked;
  const prepared = await prepareTraining(
    fromFile?.experimentJob(options) ?? (await readTrainingJob(options, terminal)),
  );
  const { engine } = prepared;
  // Text and points of the files are not used any more. V8 frees large arrays late: with 100 MB of
  // samples, 60 MB more would be in use from here on. The script in package.json exposes gc.
  globalThis.gc?.();
  const say = (text: string) => {
    if (!options.json) terminal.write(`${text}\n`);
  };

  tellSamples(prepared, options, terminal);
  say('training model…');
  const begun = performance.now();
  const reason = await trainWithBar(prepared, terminal);
  const seconds = (performance.now() - begun) / 1000;
  const { step } = engine.progress();
  say(`Running iteration #${step}`);
  if (step < plannedSteps(prepared)) say(reason);

  say('evaluating model…');
  const trained = await evaluateSet('training', prepared);
  if (!Number.isFinite(trained.value('logLoss'))) throw divergedTraining(prepared);
  const evaluation = hasEvaluation(options) ? await evaluateSet('evaluation', prepared) : undefined;
  const modelNote = await writeOutputs(options, terminal, prepared);

  const { network } = engine.specification;
  const { scaling, sentences } = prepared;
  const result = {
    ...{ network, scaling, sentences, steps: step, seconds },
    ...{ train: trained, evaluation, modelNote },
  };
  if (options.json) terminal.write(jsonText(trainingReport(options, result)));
  else say(resultText(options, result));
  return writtenSentences(options);
}

async function trainWithBar(prepared: PreparedTraining, terminal: Terminal): Promise<string> {
  const draw = terminal.canRedraw ? terminal.complain : undefined;
  const bar = new ProgressBar({ draw, columns: terminal.columns, now: () => performance.now() });
  const steps = plannedSteps(prepared);
  try {
    return await trainNetwork(prepared, terminal.interrupted, (step) => {
      bar.show(step, steps, prepared.stopping.epochs);
    });
  } finally {
    bar.clear();
  }
}

async function evaluateSet(
  set: SetName,
  { engine, samples }: PreparedTraining,
): Promise<Evaluation> {
  const { classes } = engine.specification.network;
  const { probabilities, loss } = await engine.probabilitiesAndLoss(set);
  return evaluate(probabilities, samples[set].labels, classes, { loss });
}
