import type { Engine } from '../learning/engine.ts';
import { evaluate } from '../learning/evaluation/evaluate.ts';
import type { Evaluation } from '../learning/evaluation/evaluation.ts';
import type { SetName } from '../learning/samples.ts';
import { ProgressBar } from './progressBar.ts';
import { resultText } from './resultText.ts';
import type { Terminal } from './terminal.ts';
import { readTrainingJob } from './trainingJob.ts';
import { checkOutputs, writeOutputs } from './trainingOutputs.ts';
import { trainingReport } from './trainingReport.ts';
import { DivergedError, plannedSteps, trainNetwork } from './trainNetwork.ts';
import type { TrainedNetwork, TrainingJob } from './trainNetwork.ts';
import { readTrainOptions, trainHelp } from './trainOptions.ts';

/** `edgewise train`. Throws a UsageError, a DivergedError or an InterruptedError. */
export async function train(words: readonly string[], terminal: Terminal): Promise<void> {
  const options = readTrainOptions(words);
  if (!options) {
    terminal.write(trainHelp);
    return;
  }
  checkOutputs(options, terminal.folder);
  const job = readTrainingJob(options, terminal.folder);
  const say = (text: string) => {
    if (!options.json) terminal.write(`${text}\n`);
  };

  say('training model…');
  const begun = performance.now();
  const { engine, reason } = await trainWithBar(job, terminal);
  const seconds = (performance.now() - begun) / 1000;
  const { step } = engine.progress();
  say(`Running iteration #${step}`);
  if (step < plannedSteps(job)) say(reason);

  say('evaluating model…');
  const trained = await evaluateSet('training', engine, job);
  if (!Number.isFinite(trained.value('logLoss'))) throw new DivergedError(job.specification, step);
  const evaluation =
    options.evaluationFile === undefined ? undefined : await evaluateSet('evaluation', engine, job);
  const modelNote = await writeOutputs(options, terminal.folder, engine, job);

  const { network } = job.specification;
  const result = { network, steps: step, seconds, train: trained, evaluation, modelNote };
  if (options.json) terminal.write(`${JSON.stringify(trainingReport(options, result), null, 2)}\n`);
  else say(resultText(options, result));
}

async function trainWithBar(job: TrainingJob, terminal: Terminal): Promise<TrainedNetwork> {
  const draw = terminal.canRedraw ? terminal.complain : undefined;
  const bar = new ProgressBar(draw, () => performance.now());
  const steps = plannedSteps(job);
  try {
    return await trainNetwork(job, terminal.interrupted, (step) => {
      bar.show(step, steps, job.stopping.epochs);
    });
  } finally {
    bar.clear();
  }
}

async function evaluateSet(set: SetName, engine: Engine, job: TrainingJob): Promise<Evaluation> {
  const { classes } = job.specification.network;
  const { probabilities, loss } = await engine.probabilitiesAndLoss(set);
  return evaluate(probabilities, job.samples[set].labels, classes, { loss });
}
