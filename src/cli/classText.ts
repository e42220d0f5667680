import type { ClassRound } from '../federated/simulation/classRun.ts';
import { strategyNamed } from '../federated/strategies/strategies.ts';
import { shownName } from '../learning/quoted.ts';
import type { ClassOptions } from './classOptions.ts';

/** What is printed before the rounds. */
export function headText({ class: settings, trainingFile, evaluationFile }: ClassOptions): string {
  const { clients, strategy } = settings;
  return (
    `${clients} clients learn together from ${shownName(trainingFile)} with ` +
    `${strategyNamed(strategy).label}; evaluated on ${shownName(evaluationFile)}.`
  );
}

/** One line of a round. */
export function roundText(report: ClassRound): string {
  const { round, loss, accuracy, clients, bytesUp, bytesDown, abandoned, epsilon, central } =
    report;
  const beside = central ? `, in one place ${central.accuracy.toFixed(4)}` : '';
  const cost = epsilon === undefined ? '' : `, ε ${epsilon.toFixed(2)}`;
  const line = `round ${round}: loss ${loss.toFixed(4)}, accuracy ${accuracy.toFixed(4)}${beside}${cost}`;
  if (abandoned !== undefined) return `${line}, abandoned: ${abandoned}`;
  return `${line}, ${clients} clients, ${bytesUp} bytes up, ${bytesDown} down`;
}

/** What is printed after the rounds, at least one. */
export function endText(rounds: readonly ClassRound[]): string {
  const last = rounds.at(-1);
  const sum = (bytes: (round: ClassRound) => number) =>
    rounds.reduce((total, round) => total + bytes(round), 0);
  return [
    '',
    `Accuracy ${last?.accuracy.toFixed(4)}, loss ${last?.loss.toFixed(4)} after ${rounds.length} rounds.`,
    `${sum(({ bytesUp }) => bytesUp)} bytes of updates went up, ` +
      `${sum(({ bytesDown }) => bytesDown)} bytes of models down; no sample left a client.`,
  ].join('\n');
}
