import type { ClassRound } from '../federated/simulation/classRun.ts';
import type { Specification } from '../learning/specification.ts';
import type { ClassOptions } from './classOptions.ts';

/** The object that `--json` prints. */
export function classReport(
  { class: settings, trainingFile, evaluationFile }: ClassOptions,
  { network, training }: Specification,
  rounds: readonly ClassRound[],
) {
  return {
    configuration: {
      data: { train: trainingFile, evaluation: evaluationFile },
      class: settings,
      network,
      training,
    },
    rounds: rounds.map(roundReport),
  };
}

function roundReport(report: ClassRound) {
  const { round, loss, accuracy, clients, bytesUp, bytesDown, abandoned, epsilon, central } =
    report;
  return {
    round,
    loss,
    accuracy,
    clients,
    bytesUp,
    bytesDown,
    ...(epsilon !== undefined && { epsilon }),
    ...(abandoned !== undefined && { abandoned }),
    ...(central && { central }),
  };
}
