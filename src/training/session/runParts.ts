import type { StartCommand } from '../protocol/commands.ts';
import { FrameMaker } from '../frames/frameMaker.ts';
import { validateConfiguration } from '../../learning/validation/validateConfiguration.ts';
import type { RunLink } from '../runLink.ts';
import { LossRecorder } from '../running/lossRecorder.ts';
import { TrainingLoop } from '../running/trainingLoop.ts';
import { checkSampleSets } from './checkSampleSets.ts';
import { checkWatches } from './checkWatches.ts';
import { commandFault } from './commandFault.ts';
import { EngineKeeper } from './engineKeeper.ts';
import type { Environment } from './environment.ts';
import { RunReports } from './runReports.ts';
import { fittedSnapshot, initialSnapshot, withinSet } from './snapshots.ts';

/** What a run is made of. */
export interface RunParts {
  readonly keeper: EngineKeeper;
  readonly loop: TrainingLoop;
  readonly recorder: LossRecorder;
  readonly frames: FrameMaker;
  readonly reports: RunReports;
}

/** @throws RangeError for a start that cannot be trained. */
export function makeRunParts(
  start: StartCommand,
  chooseEngine: Environment['chooseEngine'],
  link: RunLink,
): RunParts {
  const fault = commandFault(start);
  if (fault !== undefined) throw new RangeError(fault);
  const { network, training, stopping } = validateConfiguration(start.configuration);
  const { samples, findings, stepsPerFrame } = start;
  checkSampleSets(samples, network);
  checkWatches(start.watches, network.classes);
  const specification = { network, training };
  const snapshot = start.snapshot
    ? withinSet(fittedSnapshot(start.snapshot, specification), samples.training.labels.length)
    : initialSnapshot(specification);
  const { epoch } = snapshot.progress;
  const recorder = new LossRecorder();
  return {
    keeper: new EngineKeeper(
      { specification, samples, snapshot, findings },
      chooseEngine,
      link.report,
    ),
    loop: new TrainingLoop({ samples, stopping, epoch, stepsPerFrame, recorder }, link.now),
    recorder,
    frames: new FrameMaker(start, recorder, link),
    reports: new RunReports(link.report),
  };
}
