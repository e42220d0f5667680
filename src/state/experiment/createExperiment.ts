import type { EngineFindings } from '../../engines/engineFindings.ts';
import { readOptions } from '../page/address/readOptions.ts';
import type { OptionValue } from '../page/address/readOptions.ts';
import type { Connect } from '../run/trainingRun.svelte.ts';
import { Experiment } from './experiment.svelte.ts';
import type { Settings } from './settings.ts';

/** What an experiment is made of. */
export interface ExperimentOptions {
  /** Opens the way to a session in a worker. */
  readonly connect: Connect;
  /** Finds out about the engines here; asked once the first picture is on the screen. */
  readonly examine?: () => Promise<EngineFindings>;
  /** By the names of an address: `{ data: 'moon', hidden: [8, 4], rate: 0.03 }`. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Whole settings, in place of `options`. */
  readonly settings?: Settings;
  /** Sentences about settings that could not be used. */
  readonly problems?: readonly string[];
}

/**
 * Makes an experiment with a run of its own; any number of them may share a page.
 * @throws RangeError with a sentence for an option that is unknown or out of range.
 */
export function createExperiment(options: ExperimentOptions): Experiment {
  const { connect, examine, problems } = options;
  const settings = options.settings ?? readOptions(options.options ?? {});
  const experiment = new Experiment(connect, settings, problems);
  if (examine) {
    void experiment.run.shown.then(examine).then((findings) => experiment.noteFindings(findings));
  }
  return experiment;
}
