import { untrack } from 'svelte';
import type { StopRules } from '../../learning/configuration.ts';
import { engineTitle } from '../../engines/engineNames.ts';
import type { EngineName, Snapshot } from '../../learning/engine.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import type {
  Command,
  EngineChoice,
  EngineFindings,
  Frame,
  Order,
  Phase,
  SampleSets,
  SessionEvent,
  StartCommand,
  View,
} from '../../training/protocol/messages.ts';
import { LossHistory } from './lossHistory.ts';
import type { LossPoint } from './lossHistory.ts';
import { statusWords } from './runWords.ts';

/** Milliseconds between two pictures where the user wants little motion. */
const calmInterval = 500;

/** Milliseconds between two drawings of the loss curves while training. */
const curveInterval = 250;

/** The two files of a model in tfjs's format. */
export interface ModelFiles {
  readonly modelJson: string;
  readonly weights: ArrayBuffer;
}

/** What waits for a model: exactly one of the two is called. */
interface ModelWaiting {
  readonly resolve: (files: ModelFiles) => void;
  readonly reject: (error: Error) => void;
}

/** The way to the worker. */
export interface CommandPort {
  send(command: Command): void;
  dispose(): void;
}

/**
 * One training run being steered: sends commands, and `receive` is the only writer of what comes
 * back. A new start is a new run; what an older one still sends is dropped.
 */
export class TrainingRun {
  #port: CommandPort;
  readonly #now: () => number;
  #run = 0;
  #calm = false;
  #lastPicture = -Infinity;
  #lastCurve = -Infinity;
  #samples: SampleSets | undefined;
  #history = new LossHistory();
  #modelWaiting: ModelWaiting[] = [];
  #spentBuffers: ArrayBuffer[] = [];
  #tellShown: () => void = () => undefined;

  /** Resolves when the first picture is on the screen, or the run has said why there is none. */
  readonly shown = new Promise<void>((resolve) => {
    this.#tellShown = resolve;
  });

  #phase = $state<Phase>('starting');
  /** Whether training was asked for and has not answered yet. */
  #asked = $state(false);
  /** Whether the last thing asked for was a single step or epoch. */
  #single = $state(false);
  #reason = $state('');
  #frame = $state.raw<Frame>();
  /** How many pictures there have been; a change of it asks for the next one. */
  #pictures = $state(0);
  #engine = $state<EngineName>();
  #engineReason = $state('');
  #notice = $state('');
  #lossPoints = $state.raw<readonly LossPoint[]>([]);
  #lastGood = $state.raw<Snapshot>();

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(
    connect: (receive: (event: SessionEvent) => void) => CommandPort,
    now: () => number = () => performance.now(),
  ) {
    this.#now = now;
    this.#port = connect((event) => this.receive(event));
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Why the run is in its phase, a sentence; empty where the user asked for it. */
  get reason(): string {
    return this.#reason;
  }

  get training(): boolean {
    return this.#phase === 'training';
  }

  /** Training, or about to: it was asked for, and the answer is on its way. */
  get underWay(): boolean {
    return this.training || this.#asked;
  }

  /** Whether a single step or epoch can be asked for; several may be, one upon the other. */
  get steppable(): boolean {
    if (this.underWay) return this.#single;
    return ['starting', 'ready', 'paused', 'finished'].includes(this.#phase);
  }

  /** The newest picture of the run; undefined until the first one has come. */
  get frame(): Frame | undefined {
    return this.#frame;
  }

  get engine(): EngineName | undefined {
    return this.#engine;
  }

  /** What people call the engine; empty before there is one. */
  get engineTitle(): string {
    return this.#engine === undefined ? '' : engineTitle(this.#engine);
  }

  get engineReason(): string {
    return this.#engineReason;
  }

  /** A sentence the user must see: an engine that failed, a request that was refused. */
  get notice(): string {
    return this.#notice;
  }

  /** Epochs so far, with the fraction of the running one. */
  get epochs(): number {
    const { epoch, position } = this.#frame?.progress ?? { epoch: 0, position: 0 };
    return epoch + position / Math.max(1, this.#samples?.training.labels.length ?? 1);
  }

  /** While training a few times a second, not with every frame. */
  get lossPoints(): readonly LossPoint[] {
    return this.#lossPoints;
  }

  /** Of the newest picture, which the curves may lag behind. */
  get newestLosses(): LossPoint | undefined {
    const { picture } = this;
    return picture && { epoch: untrack(() => this.epochs), ...picture.losses };
  }

  /** Whether there is a state to go back to. */
  get restorable(): boolean {
    return this.#lastGood !== undefined;
  }

  /**
   * The frame to be drawn: changes with every frame, or at most twice a second while training where
   * the user wants little motion. What is drawn is always the newest one; older frames have given
   * their buffers back.
   */
  get picture(): Frame | undefined {
    return this.#pictures > 0 ? untrack(() => this.#frame) : undefined;
  }

  /** Whether the user wants little motion. */
  setCalm(calm: boolean): void {
    this.#calm = calm;
  }

  /** The words of the article's status line. */
  get statusWords(): string {
    return statusWords(this.#phase, this.#shownStep, this.evaluating);
  }

  /** The run has ended, and the frame that shows its end has yet to come. */
  get evaluating(): boolean {
    return this.#phase === 'finished' && this.#shownStep < (this.#lastGood?.progress.step ?? 0);
  }

  get #shownStep(): number {
    return this.#frame?.progress.step ?? 0;
  }

  /**
   * Begins anew; the run before it ends. Its last frame stays on the screen until the first one of
   * the new run comes, unless it shows other samples.
   */
  start(command: Omit<StartCommand, 'kind'>): void {
    this.#run++;
    if (command.samples !== this.#samples) {
      this.#frame = undefined;
      this.#picture();
    }
    this.#samples = command.samples;
    this.#history = new LossHistory();
    this.#lossPoints = [];
    this.#lastGood = undefined;
    this.#refuseModels('The run whose model was asked for has ended.');
    this.#phase = 'starting';
    this.#asked = false;
    this.#single = false;
    this.#reason = '';
    this.#notice = '';
    this.#send({ kind: 'start', ...command });
  }

  train(): void {
    this.#asked = true;
    this.#single = false;
    this.#send({ kind: 'train' });
  }

  pause(): void {
    this.#asked = false;
    this.#send({ kind: 'pause' });
  }

  step(unit: 'step' | 'epoch'): void {
    this.#single = true;
    this.#send({ kind: 'step', unit });
  }

  configure(training: TrainingSpecification, stopping: StopRules): void {
    this.#send({ kind: 'configure', training, stopping });
  }

  setSpeed(stepsPerFrame: number): void {
    this.#send({ kind: 'speed', stepsPerFrame });
  }

  setEngine(engine: EngineChoice, findings: EngineFindings | undefined): void {
    this.#send({ kind: 'engine', engine, ...(findings && { findings }) });
  }

  setView(view: View): void {
    this.#send({ kind: 'view', view });
  }

  /** Goes back to the last state with a finite loss. */
  restoreLastGood(): void {
    if (this.#lastGood) this.#send({ kind: 'restore', snapshot: this.#lastGood });
  }

  /** The model as tfjs stores it; rejects with a sentence when it cannot be had. */
  model(): Promise<ModelFiles> {
    return new Promise((resolve, reject) => {
      this.#modelWaiting.push({ resolve, reject });
      this.#send({ kind: 'save' });
    });
  }

  /** To be called when the newest frame is on the screen: only then the next one comes. */
  painted(): void {
    this.#send({ kind: 'painted', buffers: this.#spentBuffers });
    this.#spentBuffers = [];
    this.#tellShown();
  }

  dismissNotice(): void {
    this.#notice = '';
  }

  receive(event: SessionEvent): void {
    if (event.run !== this.#run) return;
    switch (event.kind) {
      case 'frame':
        this.#receiveFrame(event.frame);
        return;
      case 'phase':
        this.#phase = event.phase;
        this.#reason = event.reason;
        if (event.phase !== 'starting' && event.phase !== 'ready') this.#asked = false;
        if (event.phase === 'failed') this.#tellShown();
        if (!this.training) {
          this.#showCurve();
          this.#picture();
        }
        return;
      case 'engine':
        if (event.trouble) this.#notice = event.reason;
        this.#engine = event.engine;
        this.#engineReason = event.reason;
        return;
      case 'snapshot':
        this.#lastGood = event.snapshot;
        return;
      case 'model':
        this.#modelWaiting.shift()?.resolve(event);
        return;
      case 'refused':
        this.#notice = event.message;
        if (event.command === 'train') this.#asked = false;
        if (event.command === 'save') this.#refuseModels(event.message);
        return;
    }
  }

  dispose(): void {
    this.#port.dispose();
  }

  #send(order: Order): void {
    this.#port.send({ ...order, run: this.#run });
  }

  #receiveFrame(frame: Frame): void {
    if (this.#frame) this.#spentBuffers = buffersOf(this.#frame);
    this.#frame = frame;
    const { training, evaluation } = frame.losses;
    this.#history.add({ epoch: this.epochs, training, evaluation });
    const now = this.#now();
    if (!this.training || now - this.#lastCurve >= curveInterval) this.#showCurve();
    if (!this.training || !this.#calm || now - this.#lastPicture >= calmInterval) this.#picture();
  }

  #refuseModels(message: string): void {
    for (const { reject } of this.#modelWaiting) reject(new Error(message));
    this.#modelWaiting = [];
  }

  #showCurve(): void {
    this.#lossPoints = this.#history.points;
    this.#lastCurve = this.#now();
  }

  #picture(): void {
    this.#pictures++;
    this.#lastPicture = this.#now();
  }
}

function buffersOf({ field, probabilities }: Frame): ArrayBuffer[] {
  return [field, probabilities.training, probabilities.evaluation]
    .map((array) => array.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
