import type { EngineFindings } from '../../engines/engineFindings.ts';
import { Decision } from '../evaluation/decision.svelte.ts';
import { RunEvaluation } from '../evaluation/runEvaluation.svelte.ts';
import { WrongSamples } from '../evaluation/wrongSamples.svelte.ts';
import { Display } from '../page/display.svelte.ts';
import { Notices } from '../page/notices.svelte.ts';
import { PlotField } from '../plot/plotField.svelte.ts';
import { TrainingRun } from '../run/trainingRun.svelte.ts';
import type { Connect } from '../run/trainingRun.svelte.ts';
import { NetworkSettings } from './networkSettings.svelte.ts';
import { SampleSourceState } from './sampleSource.svelte.ts';
import type { ExperimentSettings, Settings } from './settings.ts';
import { SettingsHistory } from './settingsHistory.svelte.ts';
import { TrainingSettings } from './trainingSettings.svelte.ts';

/**
 * An experiment: its settings, with undo, the run that learns by them, and its evaluation. The
 * parts are what views take; this class keeps the run in step with the settings. Any number may be
 * on one page.
 */
export class Experiment {
  readonly history: SettingsHistory;
  readonly samples: SampleSourceState;
  readonly network: NetworkSettings;
  readonly training: TrainingSettings;
  readonly run: TrainingRun;
  readonly field: PlotField;
  readonly decision: Decision;
  readonly evaluation: RunEvaluation;
  readonly display: Display;
  readonly wrong: WrongSamples;
  readonly notices: Notices;

  /** `problems`: sentences about settings that could not be used. */
  constructor(connect: Connect, settings: Settings, problems: readonly string[] = []) {
    this.history = new SettingsHistory(settings.experiment, (before) => this.#follow(before));
    this.samples = new SampleSourceState(this.history);
    this.network = new NetworkSettings(this.history);
    this.training = new TrainingSettings(this.history);
    this.run = new TrainingRun(connect, settings.run);
    this.field = new PlotField(this.run, this.samples);
    this.decision = new Decision(settings.decision);
    this.evaluation = new RunEvaluation(this.run, this.samples, this.decision);
    this.display = new Display(settings.display);
    this.wrong = new WrongSamples(this);
    this.notices = new Notices(this.run, problems);
    this.reset();
  }

  /** All that a link holds. */
  get settings(): Settings {
    return {
      experiment: this.history.current,
      run: { engine: this.run.engine.choice, stepsPerFrame: this.run.stepsPerFrame },
      decision: this.decision.settings,
      display: this.display.settings,
    };
  }

  /** Begins again from the same weights. */
  reset(): void {
    this.history.endTopic();
    this.run.start(this.history.current.configuration, this.samples.sets);
  }

  /** Other settings altogether, from an address for example. */
  open({ experiment, run, decision, display }: Settings, problems: readonly string[]): void {
    this.notices.replace(problems);
    this.decision.set(decision);
    this.display.set(display);
    this.run.setSpeed(run.stepsPerFrame);
    this.run.engine.choose(run.engine);
    this.history.change(experiment);
    this.reset();
  }

  /** What was found out about the engines here; an engine that failed its test is not used. */
  noteFindings(findings: EngineFindings): void {
    this.notices.add(
      Object.values(findings.selfTests)
        .filter((result) => result !== undefined && !result.passed)
        .map((result) => `${result?.sentence ?? ''} It is not used.`),
    );
    this.run.engine.noteFindings(findings);
  }

  dispose(): void {
    this.run.dispose();
  }

  /** The run learns by other settings from now on: as it is where it can, else from its start. */
  #follow(before: ExperimentSettings): void {
    const { source, configuration } = this.history.current;
    const { network, training, stopping } = configuration;
    const another = source !== before.source;
    if (network !== before.configuration.network || (another && source.kind === 'recipe')) {
      this.#startOn();
      return;
    }
    if (another) this.run.changeSamples(this.samples.sets);
    if (training !== before.configuration.training || stopping !== before.configuration.stopping) {
      this.run.changeTraining(training, stopping);
    }
  }

  /** From the start, and training if it was on. */
  #startOn(): void {
    const { underWay } = this.run.state;
    this.run.start(this.history.current.configuration, this.samples.sets);
    if (underWay) this.run.train();
  }
}
