import { createSharedSimdEngines } from '../engines/simdEngine.ts';
import { type ClassRound, ClassRun } from '../federated/simulation/classRun.ts';
import { initialParameters } from '../learning/initialParameters.ts';
import { lowerRate } from '../learning/lowerRate.ts';
import { shownName } from '../learning/quoted.ts';
import { type ClassOptions, classHelp, readClassOptions } from './classOptions.ts';
import { classReport } from './classReport.ts';
import { endText, headText, roundText } from './classText.ts';
import { InterruptedError } from './interruptedError.ts';
import { asksForJson, jsonText } from './jsonText.ts';
import { lookAround } from './lookAround.ts';
import type { TrainingJob } from './prepareTraining.ts';
import { tellSamples } from './tellSamples.ts';
import type { Terminal } from './terminal.ts';
import { readTrainingJob } from './trainingJob.ts';
import { DivergedError } from './trainNetwork.ts';
import { UsageError } from './usageError.ts';

/**
 * `edgewise class`. Writes no files, so there are no sentences to return.
 * @throws UsageError
 * @throws DivergedError
 * @throws InterruptedError
 */
export async function classCommand(
  words: readonly string[],
  terminal: Terminal,
): Promise<readonly string[]> {
  const options = readClassOptions(words);
  if (!options) {
    terminal.write(asksForJson(words) ? jsonText({ help: classHelp }) : classHelp);
    return [];
  }
  const stopping = { epochs: options.class.rounds, loss: 0, accuracy: 0, plateau: 0 };
  const job = await readTrainingJob({ ...options, recipe: undefined, stopping }, terminal);
  requireSamples(options, job.samples.training.labels.length);

  const say = (text: string) => {
    if (!options.json) terminal.write(`${text}\n`);
  };
  tellSamples(job, options, terminal);
  say(headText(options));
  const rounds: ClassRound[] = [];
  const count = options.class.rounds;
  for await (const round of runRounds(options, job)) {
    rounds.push(round);
    say(roundText(round));
    await lookAround();
    if (terminal.interrupted.aborted) {
      throw new InterruptedError(terminal.interrupted, `in round ${round.round} of ${count}`);
    }
  }
  if (options.json) terminal.write(jsonText(classReport(options, job.specification, rounds)));
  else say(endText(rounds));
  return [];
}

/** One round after the other, with what the evaluation set says after each. */
async function* runRounds(
  { class: settings, central }: ClassOptions,
  { specification, samples }: TrainingJob,
): AsyncGenerator<ClassRound> {
  const run = await ClassRun.create({
    settings,
    specification,
    parameters: Float32Array.from(initialParameters(specification.network)),
    samples: samples.training,
    evaluation: samples.evaluation,
    central,
    createEngine: createSharedSimdEngines(),
  });
  for (let r = 0; r < settings.rounds; r++) {
    const round = await run.round();
    if (round.diverged) throw divergedClass(round.round, specification.training.rate);
    yield round;
  }
}

function requireSamples({ class: { clients }, trainingFile }: ClassOptions, size: number): void {
  if (clients <= size) return;
  throw new UsageError(
    `--clients: expected at most as many as there are samples in ${shownName(trainingFile)}, ${size}, got ${clients}.`,
  );
}

function divergedClass(round: number, rate: number): DivergedError {
  const lower = lowerRate(rate);
  const advice = lower === undefined ? 'scale the coordinates to about 1' : `try --rate ${lower}`;
  return new DivergedError(
    `The class has diverged: in round ${round} the loss is no longer a finite number. ` +
      `The likely cause is that the learning rate of ${rate} is too high here; ${advice}.`,
  );
}
