import type { EngineFindings } from '../../engines/engineFindings.ts';
import { Asking } from '../correcting/asking.svelte.ts';
import { Corrections } from '../correcting/corrections.svelte.ts';
import { Decision } from '../evaluation/decision.svelte.ts';
import { RunEvaluation } from '../evaluation/runEvaluation.svelte.ts';
import { SamplesBehind } from '../evaluation/samplesBehind.svelte.ts';
import { WrongSamples } from '../evaluation/wrongSamples.svelte.ts';
import { Display } from '../page/display.svelte.ts';
import { Announcer } from '../page/announcer.svelte.ts';
import { Notices } from '../page/notices.svelte.ts';
import { PlotField } from '../plot/plotField.svelte.ts';
import { SampleFinder } from '../plot/sampleFinder.ts';
import { InsideNetwork } from '../network/insideNetwork.svelte.ts';
import { WeightMask } from '../network/weightMask.svelte.ts';
import { type LeftRun, LeftRuns } from '../run/leftRuns.ts';
import { RunBefore } from '../run/runBefore.svelte.ts';
import { TrainingRun } from '../run/trainingRun.svelte.ts';
import type { Connect } from '../run/trainingRun.svelte.ts';
import { changeSentence } from './changeSentence.ts';
import { NetworkSettings } from './networkSettings.svelte.ts';
import { SampleMending } from './sampleMending.ts';
import { SampleSourceState } from './sampleSource.svelte.ts';
import { lowerRate } from '../../learning/lowerRate.ts';
import type { SampleSource } from '../../learning/sampleSource.ts';
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
  readonly inside: InsideNetwork;
  readonly decision: Decision;
  readonly evaluation: RunEvaluation;
  /** What the present run is compared with. */
  readonly before: RunBefore;
  readonly display: Display;
  readonly wrong: WrongSamples;
  /** Changes single samples. */
  readonly mending: SampleMending;
  /** The samples behind a number of the evaluation. */
  readonly behind: SamplesBehind;
  readonly finder: SampleFinder;
  readonly asking: Asking;
  readonly corrections: Corrections;
  readonly notices: Notices;
  readonly announcer = new Announcer();
  /** To go on with when what has ended them is undone. */
  readonly #left = new LeftRuns<ExperimentSettings>();

  /** `problems`: sentences about settings that could not be used. */
  constructor(connect: Connect, settings: Settings, problems: readonly string[] = []) {
    this.history = new SettingsHistory(settings.experiment, (before) => this.#follow(before));
    this.samples = new SampleSourceState(this.history);
    this.network = new NetworkSettings(this.history);
    this.training = new TrainingSettings(this.history);
    this.run = new TrainingRun(connect, settings.run);
    this.field = new PlotField(this.run, this.samples);
    const mask = new WeightMask(this.training, this.network);
    this.inside = new InsideNetwork(this.run, this.network, this.field.zoom, mask);
    this.decision = new Decision(settings.decision);
    this.evaluation = new RunEvaluation(this.run, this.samples, this.decision);
    this.before = new RunBefore(this.run, this.evaluation, this.field);
    this.display = new Display(settings.display);
    this.wrong = new WrongSamples(this);
    this.mending = new SampleMending(this.samples, this.announcer);
    this.behind = new SamplesBehind(this);
    this.finder = new SampleFinder(this.wrong);
    this.asking = new Asking(this);
    this.corrections = new Corrections(this);
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
    this.before.keep();
    this.corrections.leaveRun();
    this.run.start(this.history.current.configuration, this.samples.sets);
  }

  /** The rate with which a run that has diverged may go on; undefined where there is no lower one. */
  get lowerRate(): number | undefined {
    return lowerRate(this.training.specification.rate);
  }

  /** Goes back to the last state with a finite loss, to go on with a lower rate. */
  backWithLowerRate(): void {
    const rate = this.lowerRate;
    this.run.restoreLastGood();
    if (rate === undefined) return;
    this.training.set({ rate });
    this.announcer.say(`Back to the last good state, with a learning rate of ${rate}.`);
  }

  undo(): void {
    if (this.history.canUndo) this.#tell('Undone.', () => this.history.undo());
  }

  redo(): void {
    if (this.history.canRedo) this.#tell('Done again.', () => this.history.redo());
  }

  /** Begins again, at the user's wish. */
  startOver(): void {
    this.reset();
    this.announcer.say('Started over, from the same weights.');
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

  /**
   * Goes on with an experiment from elsewhere, at rest where its run was left; undo brings back the
   * present one with its run.
   */
  resume(experiment: ExperimentSettings, run: LeftRun | undefined): void {
    this.history.endTopic();
    if (run) this.#left.put(experiment, run);
    this.history.change(experiment);
    this.run.start(experiment.configuration, this.samples.sets, run);
    this.before.forget();
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

  /** Does something, and says that and what has come of it. */
  #tell(word: string, act: () => void): void {
    const { count } = this.announcer.said;
    act();
    const { said } = this.announcer;
    this.announcer.say(said.count === count ? word : `${word} ${said.sentence}`);
  }

  /** The run learns by other settings from now on: as it is where it can, else from its start. */
  #follow(before: ExperimentSettings): void {
    const { source, configuration } = this.history.current;
    const { network, training, stopping } = configuration;
    const another = source !== before.source;
    const sentence = changeSentence(before, this.history.current);
    if (sentence) this.announcer.say(sentence);
    if (another) this.before.forget();
    if (network.classes !== before.configuration.network.classes) this.behind.close();
    if (this.decision.positiveClass >= network.classes) this.decision.set({ positiveClass: 1 });
    if (network !== before.configuration.network || (another && !isEdit(before.source, source))) {
      this.#startOn(before, another);
      return;
    }
    if (another) this.run.changeSamples(this.samples.sets);
    if (training !== before.configuration.training || stopping !== before.configuration.stopping) {
      this.run.changeTraining(training, stopping);
    }
  }

  /**
   * From the start, or where the run was when a change ended it that is undone now; and training if it
   * was on. `another`: with samples of another source.
   */
  #startOn(before: ExperimentSettings, another: boolean): void {
    this.corrections.leaveRun();
    const { underWay } = this.run.state;
    if (!another) this.before.keep();
    this.#left.keep(before, this.run.state);
    const { current } = this.history;
    const left = this.#left.take(current);
    this.run.start(current.configuration, this.samples.sets, left);
    if (left) this.announcer.say(`The run is back at step ${left.snapshot.progress.step}.`);
    if (underWay) this.run.train();
  }
}

/** Whether a run goes on with the other samples: own ones, or the recipe that was edited. */
function isEdit(before: SampleSource, after: SampleSource): boolean {
  return after.kind === 'own' || (before.kind === 'own' && before.edited === after.recipe);
}
