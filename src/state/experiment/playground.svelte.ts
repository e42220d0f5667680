import { untrack } from 'svelte';
import type { StopRules } from '../../learning/configuration.ts';
import { makeSampleSets } from '../../learning/datasets/makeSampleSets.ts';
import { evaluate } from '../../learning/evaluation/evaluate.ts';
import type { EngineName } from '../../learning/engine.ts';
import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import { stats } from '../../learning/evaluation/stats.ts';
import { withDefaults } from '../../learning/hyperparameter.ts';
import { parameterCount } from '../../learning/parameters.ts';
import { sampleWindow } from '../../learning/sampleWindow.ts';
import { scheduleNamed } from '../../learning/schedules/schedules.ts';
import type { SetName, Window } from '../../learning/samples.ts';
import type {
  LayerSpecification,
  NetworkSpecification,
  TrainingSpecification,
} from '../../learning/specification.ts';
import { limits } from '../../learning/validation/limits.ts';
import type {
  EngineChoice,
  EngineFindings,
  SampleSets,
  SessionEvent,
} from '../../training/protocol/messages.ts';
import { notesOnBoth, summaryWords } from '../run/runWords.ts';
import type { Evaluations } from '../run/runWords.ts';
import { withDataset, withUpdater } from './settings.ts';
import type { Settings } from './settings.ts';
import type { ReadSettings } from '../page/settingsText.ts';
import { TrainingRun } from '../run/trainingRun.svelte.ts';
import type { CommandPort, ModelFiles } from '../run/trainingRun.svelte.ts';

/** Cells of the field along each side, while training and at rest. */
const resolution = 96;
const restResolution = 192;

/**
 * The playground: the settings, the samples they ask for and the run that learns from them. Each
 * method is one thing the user can do. Several may live on one page.
 */
export class Playground {
  readonly run: TrainingRun;
  #settings = $state.raw() as Settings;
  #problems = $state.raw<readonly string[]>([]);
  #findings = $state.raw<EngineFindings>();

  readonly #data = $derived(this.#settings.configuration.data);
  readonly #samples: SampleSets = $derived(makeSampleSets(this.#data));
  readonly #window: Window = $derived(
    sampleWindow(this.#samples.training, this.#samples.evaluation),
  );
  readonly #trainingEvaluation = $derived(this.#evaluate('training'));
  readonly #evaluationEvaluation = $derived(this.#evaluate('evaluation'));

  /** `examine` finds out about the engines here; it is called once nothing must wait for it. */
  constructor(
    { settings, problems }: ReadSettings,
    connect: (receive: (event: SessionEvent) => void) => CommandPort,
    examine: () => Promise<EngineFindings>,
  ) {
    this.#settings = settings;
    this.#problems = problems;
    this.run = new TrainingRun(connect);
    this.#start();
    void this.run.shown.then(examine).then((findings) => this.#learn(findings));
  }

  get settings(): Settings {
    return this.#settings;
  }

  get network(): NetworkSpecification {
    return this.#settings.configuration.network;
  }

  get training(): TrainingSpecification {
    return this.#settings.configuration.training;
  }

  get stopping(): StopRules {
    return this.#settings.configuration.stopping;
  }

  /** The sets that are shown. */
  get shownSets(): readonly SetName[] {
    const { showTraining, showEvaluation } = this.#settings;
    return [
      ...(showTraining ? ['training' as const] : []),
      ...(showEvaluation ? ['evaluation' as const] : []),
    ];
  }

  /** From which probability of blue on blue is predicted. */
  get thresholdOfBlue(): number {
    const { threshold, positiveClass } = this.#settings;
    return positiveClass === 1 ? threshold : 1 - threshold;
  }

  get samples(): SampleSets {
    return this.#samples;
  }

  get window(): Window {
    return this.#window;
  }

  /** The activation of all hidden layers; undefined where they differ. */
  get commonActivation(): string | undefined {
    const [first, ...rest] = this.network.hidden.map((layer) => layer.activation);
    return rest.every((activation) => activation === first) ? first : undefined;
  }

  get parameterCount(): number {
    return parameterCount(this.network);
  }

  /** The learning rate of the running epoch, after the schedule. */
  get presentRate(): number {
    const { rate, schedule, scheduleHyperparameters } = this.training;
    const { hyperparameters, factor } = scheduleNamed(schedule);
    const epoch = this.run.frame?.progress.epoch ?? 0;
    return rate * factor(withDefaults(hyperparameters, scheduleHyperparameters), epoch);
  }

  /** The epoch at which training ends next; 0 when no rule says so. */
  get lastEpoch(): number {
    const { epochs } = this.stopping;
    return epochs && epochs * Math.max(1, Math.ceil(this.run.epochs / epochs));
  }

  /** Epochs that the loss chart reaches: those planned, but of a long plan no more than twice those done. */
  get chartedEpochs(): number {
    const roomy = 2 ** Math.ceil(Math.log2(Math.max(1, this.run.epochs)));
    return Math.min(this.lastEpoch, Math.max(100, roomy));
  }

  /** A sentence to be read aloud: at the start, at a pause with the results, at the end, in trouble. */
  get announcement(): string {
    const { phase, reason, statusWords, frame, evaluating } = this.run;
    if (evaluating) return statusWords;
    // Said once when the run comes to rest, not again when a threshold moves.
    const summary = frame ? untrack(() => summaryWords(frame, this.evaluations)) : '';
    switch (phase) {
      case 'training':
        return 'training model…';
      case 'paused':
      case 'finished':
        return [`${statusWords}.`, reason, summary].filter(Boolean).join(' ');
      case 'diverged':
      case 'failed':
        return `${statusWords}. ${reason}`;
      default:
        return '';
    }
  }

  /** The statistics of the newest frame, for the threshold and the positive class chosen. */
  get evaluations(): Evaluations {
    return { training: this.#trainingEvaluation, evaluation: this.#evaluationEvaluation };
  }

  /** Notes on both sets, each once. */
  get evaluationNotes(): readonly string[] {
    return notesOnBoth(this.evaluations);
  }

  /** Sentences about settings and engines that could not be used. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** How many of the shown samples are wrongly classified. */
  get wrongCount(): number {
    return this.shownSets
      .map((set) => this.evaluations[set])
      .reduce((sum, each) => sum + (each ? each.samples * (1 - each.accuracy || 0) : 0), 0);
  }

  /** The statistics of both sets as text. */
  get statsText(): string {
    const { training, evaluation } = this.evaluations;
    const part = (name: string, each: Evaluation | undefined) =>
      each && each.samples > 0 ? `${name}\n${stats(each)}` : '';
    return [part('Training set', training), part('Evaluation set', evaluation)]
      .filter(Boolean)
      .join('\n\n');
  }

  toggleTraining(): void {
    if (this.run.underWay) this.run.pause();
    else this.run.train();
  }

  step(unit: 'step' | 'epoch'): void {
    if (this.run.steppable) this.run.step(unit);
  }

  /** The same start again. */
  reset(): void {
    this.#start();
  }

  /** Another seed: other weights and another order of the samples. */
  newWeights(): void {
    this.setNetwork({ seed: (this.network.seed + 1) % 2 ** 32 });
  }

  /** Other settings altogether, from an address for example. */
  open({ settings, problems }: ReadSettings): void {
    this.#problems = problems;
    this.#settings = settings;
    this.#start();
  }

  /** Sentences that the user must see now. */
  get warnings(): readonly string[] {
    const { phase, reason, notice } = this.run;
    const trouble = phase === 'diverged' || phase === 'failed' ? reason : '';
    return [trouble, notice, ...this.#problems].filter(Boolean);
  }

  /** Whether some of the warnings go when the user has read them. */
  get dismissable(): boolean {
    return this.run.notice !== '' || this.#problems.length > 0;
  }

  dismissWarnings(): void {
    this.#problems = [];
    this.run.dismissNotice();
  }

  chooseDataset(name: string): void {
    this.#configure(withDataset(this.#settings.configuration, name));
    this.#startOn();
  }

  /** How many samples a set has. */
  resize(set: SetName, size: number): void {
    const { configuration } = this.#settings;
    this.#configure({ ...configuration, data: { ...configuration.data, [set]: size } });
    this.#startOn();
  }

  /** Other samples of the same recipe. */
  newSamples(): void {
    const { configuration } = this.#settings;
    const seed = (configuration.data.seed + 1) % 2 ** 32;
    this.#configure({ ...configuration, data: { ...configuration.data, seed } });
    this.#startOn();
  }

  /** Takes layers off the end, or adds more like the last one. */
  setLayerCount(count: number): void {
    const { hidden } = this.network;
    const last = hidden.at(-1) ?? { units: 4, activation: 'relu' };
    const added = Math.max(0, Math.min(count, limits.network.layers.max) - hidden.length);
    const more = Array.from({ length: added }, () => last);
    this.setNetwork({ hidden: [...hidden.slice(0, count), ...more] });
  }

  setLayer(index: number, change: Partial<LayerSpecification>): void {
    const hidden = this.network.hidden.map((layer, each) =>
      each === index ? { ...layer, ...change } : layer,
    );
    this.setNetwork({ hidden });
  }

  /** The activation of all hidden layers. */
  setActivation(activation: string): void {
    this.setNetwork({ hidden: this.network.hidden.map((layer) => ({ ...layer, activation })) });
  }

  toggleFeature(name: string): void {
    const { features } = this.network;
    const without = features.filter((feature) => feature !== name);
    if (without.length === features.length) this.setNetwork({ features: [...features, name] });
    else if (without.length > 0) this.setNetwork({ features: without });
  }

  /** Another network; training goes on from its start if it was on. */
  setNetwork(change: Partial<NetworkSpecification>): void {
    const { configuration } = this.#settings;
    this.#configure({ ...configuration, network: { ...configuration.network, ...change } });
    this.#startOn();
  }

  chooseUpdater(name: string): void {
    this.#settings = withUpdater(this.#settings, name);
    this.run.configure(this.training, this.stopping);
  }

  /** Takes effect with the next step; the weights stay. */
  setTraining(change: Partial<TrainingSpecification>): void {
    const { configuration } = this.#settings;
    this.#configure({ ...configuration, training: { ...configuration.training, ...change } });
    this.run.configure(this.training, this.stopping);
  }

  setStopping(change: Partial<StopRules>): void {
    const { configuration } = this.#settings;
    this.#configure({ ...configuration, stopping: { ...configuration.stopping, ...change } });
    this.run.configure(this.training, this.stopping);
  }

  setSpeed(stepsPerFrame: number): void {
    this.show({ stepsPerFrame });
    this.run.setSpeed(stepsPerFrame);
  }

  setEngine(engine: EngineChoice): void {
    this.show({ engine });
    this.run.dismissNotice();
    this.run.setEngine(engine, this.#findings);
  }

  /** How an engine's self-test ended, in a sentence; empty where there was none. */
  selfTestWords(name: EngineName): string {
    return this.#findings?.selfTests[name]?.sentence ?? '';
  }

  /** Changes what is shown; the run does not notice. */
  show(change: Partial<Omit<Settings, 'configuration'>>): void {
    this.#settings = { ...this.#settings, ...change };
  }

  model(): Promise<ModelFiles> {
    return this.run.model();
  }

  dispose(): void {
    this.run.dispose();
  }

  #configure(configuration: Settings['configuration']): void {
    this.#settings = { ...this.#settings, configuration };
  }

  #start(): void {
    const { configuration, engine, stepsPerFrame } = this.#settings;
    this.run.start({
      configuration,
      samples: this.#samples,
      engine,
      ...(this.#findings && { findings: this.#findings }),
      stepsPerFrame,
      view: { window: this.#window, resolution, restResolution },
    });
  }

  /** The choice of the engine stays; what it comes to may change. */
  #learn(findings: EngineFindings): void {
    const failures = Object.values(findings.selfTests).flatMap((test) =>
      test?.passed === false ? `${test.sentence} It is not used.` : [],
    );
    this.#problems = [...this.#problems, ...failures];
    this.#findings = findings;
    this.run.setEngine(this.#settings.engine, findings);
  }

  #startOn(): void {
    const { underWay } = this.run;
    this.#start();
    if (underWay) this.run.train();
  }

  #evaluate(set: SetName): Evaluation | undefined {
    const probabilities = this.run.frame?.probabilities[set];
    const { labels } = this.#samples[set];
    const { classes } = this.network;
    // Between a change of the samples and the first frame of the new run the two do not match.
    if (probabilities?.length !== labels.length * classes) return undefined;
    const { threshold, positiveClass } = this.#settings;
    return evaluate(probabilities, labels, classes, { threshold, positiveClass });
  }
}
