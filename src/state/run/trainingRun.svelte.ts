import type { Configuration, StopRules } from '../../learning/configuration.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import { withDefaults } from '../../learning/hyperparameter.ts';
import type { Snapshot } from '../../learning/engine.ts';
import type { ModelFiles } from '../../learning/modelFiles.ts';
import type { Scaling } from '../../learning/scaling/scaling.ts';
import type { SetName } from '../../learning/samples.ts';
import { scheduleNamed } from '../../learning/schedules/schedules.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type { Command, CommandBody, SampleSets } from '../../training/protocol/commands.ts';
import type { SessionEvent } from '../../training/protocol/events.ts';
import type { Frame } from '../../training/protocol/frame.ts';
import type { FieldPicture } from '../../training/protocol/watches.ts';
import type { RunSettings } from '../experiment/settings.ts';
import { Acknowledger } from './acknowledger.ts';
import type { LeftRun } from './leftRuns.ts';
import { ModelRequests } from './modelRequests.ts';
import { pageClock } from './pageClock.ts';
import type { PageClock } from './pageClock.ts';
import { Pictures } from './pictures.svelte.ts';
import type { FieldRequest } from './pictures.svelte.ts';
import { RunEngine } from './runEngine.svelte.ts';
import { RunState } from './runState.svelte.ts';

/** The way to a session in a worker. */
export interface CommandPort {
  /** Which session it is. */
  readonly session: number;
  send(command: Command): void;
  dispose(): void;
}

/** The longest plan whose loss chart shows all of it from the start, in epochs. */
const watchedEpochs = 1000;

/** Opens the way to a session; what comes back goes to `receive`. */
export type Connect = (receive: (event: SessionEvent) => void) => CommandPort;

/**
 * One training run being steered. Each method is a command; what came back is in `state`. A new
 * start is a new run, and what an older one still sends is dropped.
 */
export class TrainingRun {
  readonly state: RunState;
  readonly engine: RunEngine;
  readonly #port: CommandPort;
  /** What is seen of it; what an effect reads there is watched. */
  readonly pictures: Pictures;
  readonly #models = new ModelRequests();
  readonly #acknowledger: Acknowledger;
  readonly #clock: PageClock;
  #run = 0;
  #samples: SampleSets | undefined;
  #samplesVersion = 0;
  /** Whether it begins with the first training sample. */
  #waiting = false;
  #configuration = $state.raw<Configuration>();
  #stepsPerFrame = $state(Infinity);
  #tellShown: () => void = () => undefined;

  /** Resolves when the first frame was painted, or the run has said why there is none. */
  readonly shown = new Promise<void>((resolve) => {
    this.#tellShown = resolve;
  });

  constructor(connect: Connect, settings: RunSettings, clock: PageClock = pageClock) {
    this.#stepsPerFrame = settings.stepsPerFrame;
    this.#clock = clock;
    this.state = new RunState(() => clock.now());
    this.engine = new RunEngine(settings.engine, () => this.#sendEngine());
    this.pictures = new Pictures(() => this.#sendWatches());
    this.#acknowledger = new Acknowledger((frame) => this.#acknowledge(frame), clock);
    this.#port = connect((event) => this.receive(event));
  }

  /** What is trained, as it was last sent; undefined before the first start. */
  get configuration(): Configuration | undefined {
    return this.#configuration;
  }

  /** One of `speeds`. */
  get stepsPerFrame(): number {
    return this.#stepsPerFrame;
  }

  /** The epoch at which training ends next; 0 when no rule says so. */
  get lastEpoch(): number {
    const epochs = this.#configuration?.stopping.epochs ?? 0;
    return epochs && epochs * Math.max(1, Math.ceil(this.state.epochs / epochs));
  }

  /**
   * Epochs that the loss chart reaches: those planned; of a plan that is too long to watch its curve
   * grow, at most twice those done.
   */
  get chartedEpochs(): number {
    const roomy = 2 ** Math.ceil(Math.log2(Math.max(1, this.state.epochs)));
    return Math.min(this.lastEpoch, Math.max(watchedEpochs, roomy));
  }

  /** The learning rate of the running epoch, after the schedule. */
  get currentRate(): number {
    if (!this.#configuration) return 0;
    const { rate, schedule, scheduleHyperparameters } = this.#configuration.training;
    const { hyperparameters, factor } = scheduleNamed(schedule);
    const epoch = this.state.progress?.epoch ?? 0;
    return rate * factor(withDefaults(hyperparameters, scheduleHyperparameters), epoch);
  }

  /** The newest picture of a field; what an effect reads is watched. */
  field(request: FieldRequest): FieldPicture | undefined {
    return this.pictures.field(request);
  }

  /** n×K class probabilities of a set, row-major; what an effect reads is watched. */
  probabilities(set: SetName): Float32Array | undefined {
    return this.pictures.probabilities(set)?.values;
  }

  /** The loss of the same step as `probabilities`. */
  setLoss(set: SetName): number | undefined {
    return this.pictures.probabilities(set)?.loss;
  }

  /** The K class probabilities at a point; what an effect reads is watched. */
  probabilitiesAt(point: Point): Float32Array | undefined {
    return this.pictures.point(point)?.values;
  }

  /** Whether the user wants little motion. */
  setCalm(calm: boolean): void {
    this.pictures.setCalm(calm);
    this.state.curve.setCalm(calm);
  }

  /**
   * Begins a new run; the one before it ends. Its last frame stays on the screen until the first one of
   * the new run comes, unless it shows other samples. `left`: a run of this network to go on with.
   */
  start(configuration: Configuration, samples: SampleSets, left?: LeftRun): void {
    this.#run++;
    if (samples !== this.#samples) {
      this.#takeSamples(samples);
      this.pictures.clear();
      this.state.forgetFrame();
    }
    this.pictures.begin(configuration.network);
    this.#configuration = configuration;
    this.#acknowledger.reset();
    this.#models.refuse('The run whose model was asked for has ended.');
    this.state.begin(left?.losses);
    this.#waiting = !canTrain(samples);
    if (this.#waiting) return;
    this.#send({
      kind: 'start',
      configuration,
      samples,
      samplesVersion: this.#samplesVersion,
      engine: this.engine.choice,
      findings: this.engine.findings,
      stepsPerFrame: this.#stepsPerFrame,
      watches: this.pictures.watches,
      snapshot: left?.snapshot,
    });
  }

  train(): void {
    if (this.#lacksSamples()) return;
    this.state.askTraining();
    this.#send({ kind: 'train' });
  }

  pause(): void {
    this.state.askRest();
    this.#send({ kind: 'pause' });
  }

  /** Trains or pauses. */
  toggle(): void {
    if (this.state.underWay) this.pause();
    else this.train();
  }

  step(unit: 'step' | 'epoch'): void {
    if (!this.state.steppable || this.#lacksSamples()) return;
    this.state.askSingle();
    this.#send({ kind: 'step', unit });
  }

  /**
   * Trains so many epochs more, also after the run has ended; a run under way trains on in any case.
   * Returns whether it can.
   */
  trainOn(epochs: number): boolean {
    if (this.state.stuck || this.#lacksSamples()) return false;
    if (this.state.underWay && !this.state.single) return true;
    this.state.askSingle();
    this.#send({ kind: 'step', unit: 'epoch', count: epochs });
    return true;
  }

  /** Takes effect with the next step; the weights stay. */
  changeTraining(training: TrainingSpecification, stopping: StopRules): void {
    if (this.#configuration) this.#configuration = { ...this.#configuration, training, stopping };
    this.#send({ kind: 'changeTraining', training, stopping });
  }

  /** Other samples for the same network; weights, updater state and step stay. */
  changeSamples(samples: SampleSets): void {
    if (this.#waiting && canTrain(samples) && this.#configuration) {
      this.start(this.#configuration, samples);
      return;
    }
    this.#takeSamples(samples);
    this.pictures.forgetProbabilities();
    if (!canTrain(samples)) {
      this.pause();
      return;
    }
    this.#send({ kind: 'changeSamples', samples, samplesVersion: this.#samplesVersion });
  }

  setSpeed(stepsPerFrame: number): void {
    this.#stepsPerFrame = stepsPerFrame;
    this.#send({ kind: 'changeSpeed', stepsPerFrame });
  }

  /** Goes back to the last state with a finite loss. */
  restoreLastGood(): void {
    const { lastGood } = this.state;
    if (lastGood) this.restore(lastGood);
  }

  /** Goes back to a state of this run. */
  restore(snapshot: Snapshot): void {
    this.#send({ kind: 'restore', snapshot });
  }

  /** Sets all weights and biases, which counts as a step; the updater's state begins at zero. */
  setParameters(parameters: Float32Array): void {
    const { step = 0, epoch = 0, position = 0 } = this.state.progress ?? {};
    const progress = { step: step + 1, epoch, position, updates: 0 };
    // An updater state of no length fits no updater, and so begins at zero.
    const updaterState = new Float32Array();
    this.#send({ kind: 'restore', snapshot: { progress, parameters, updaterState } });
  }

  /** Sets one weight or bias, by its index in the parameters; what was learned besides stays. */
  setParameter(index: number, value: number): void {
    this.#send({ kind: 'setParameter', index, value });
  }

  /**
   * The model as tfjs stores it, which takes coordinates before that scaling; rejects with a sentence
   * when there is none.
   */
  model(scaling?: Scaling): Promise<ModelFiles> {
    const files = this.#models.add();
    this.#send({ kind: 'save', scaling });
    return files;
  }

  receive(event: SessionEvent): void {
    if (event.run !== this.#run) return;
    this.state.receive(event);
    switch (event.kind) {
      case 'frame':
        this.#receiveFrame(event.frame);
        return;
      case 'phase':
        if (event.phase === 'failed') this.#tellShown();
        return;
      case 'engine':
        this.engine.receive(event.engine, event.reason);
        return;
      case 'model':
        this.#models.answer(event.files);
        return;
      case 'refused':
        if (event.command === 'save') this.#models.refuse(event.message);
    }
  }

  dispose(): void {
    this.#acknowledger.reset();
    this.#port.dispose();
  }

  #receiveFrame(frame: Frame): void {
    // What was computed before the samples changed belongs to samples that are gone.
    if (frame.samplesVersion === this.#samplesVersion) this.pictures.receive(frame.pictures);
    if (this.#wasMadeUnwatched(frame)) this.#send({ kind: 'acknowledge', frame: frame.number });
    else this.#acknowledger.receive(frame.number);
  }

  /**
   * Whether it is the first frame, made before the worker heard what is watched: there is nothing to
   * paint, and the first picture need not wait for it.
   */
  #wasMadeUnwatched({ number, pictures }: Frame): boolean {
    const empty = Object.keys(pictures).length === 0;
    return number === 1 && empty && this.pictures.watches.length > 0;
  }

  #takeSamples(samples: SampleSets): void {
    this.#samples = samples;
    this.#samplesVersion++;
    this.state.trainingSize = samples.training.labels.length;
  }

  /** Whether there is nothing to train on, which the user is told. */
  #lacksSamples(): boolean {
    const lacks = this.#samples !== undefined && !canTrain(this.#samples);
    if (lacks) this.state.tell('There are no training samples: draw some, or choose a data set.');
    return lacks;
  }

  #acknowledge(frame: number): void {
    this.#send({ kind: 'acknowledge', frame });
    this.#clock.later(this.#tellShown, 0); // what waits for it must not delay the paint
  }

  #sendWatches(): void {
    const { watches } = this.pictures;
    this.#acknowledger.shown = watches.length > 0;
    this.#send({ kind: 'watch', watches });
  }

  #sendEngine(): void {
    this.state.dismissNotice();
    const { choice, findings } = this.engine;
    this.#send({ kind: 'changeEngine', engine: choice, ...(findings && { findings }) });
  }

  #send(command: CommandBody): void {
    this.#port.send({ ...command, session: this.#port.session, run: this.#run });
  }
}

function canTrain({ training }: SampleSets): boolean {
  return training.labels.length > 0;
}
