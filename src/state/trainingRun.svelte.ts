import type { StopRules } from '../learning/configuration.ts';
import type { EngineName, Snapshot } from '../learning/engine.ts';
import type { TrainingSpecification } from '../learning/specification.ts';
import type {
  Command,
  EngineChoice,
  Frame,
  Phase,
  SampleSets,
  SessionEvent,
  StartCommand,
  View,
} from '../training/messages.ts';
import { LossHistory } from './lossHistory.ts';
import type { LossPoint } from './lossHistory.ts';

/** The two files of a model in tfjs's format. */
export interface ModelFiles {
  readonly modelJson: string;
  readonly weights: ArrayBuffer;
}

/** A command still without the number of its run. */
type Order = Command extends infer Each
  ? Each extends Command
    ? Omit<Each, 'run'>
    : never
  : never;

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
  #run = 0;
  #samples: SampleSets | undefined;
  #history = new LossHistory();
  #modelWaiting: ((files: ModelFiles) => void)[] = [];
  #spentBuffers: ArrayBuffer[] = [];

  #phase = $state<Phase>('starting');
  #reason = $state('');
  #frame = $state.raw<Frame>();
  #engine = $state<EngineName>();
  #engineReason = $state('');
  #notice = $state('');
  #lossPoints = $state.raw<readonly LossPoint[]>([]);
  #lastGood = $state.raw<Snapshot>();

  constructor(connect: (receive: (event: SessionEvent) => void) => CommandPort) {
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

  /** The newest picture of the run; undefined until the first one has come. */
  get frame(): Frame | undefined {
    return this.#frame;
  }

  get engine(): EngineName | undefined {
    return this.#engine;
  }

  get engineReason(): string {
    return this.#engineReason;
  }

  /** A sentence the user must see: an engine that failed, a request that was refused. */
  get notice(): string {
    return this.#notice;
  }

  get lossPoints(): readonly LossPoint[] {
    return this.#lossPoints;
  }

  /** Whether there is a state to go back to. */
  get restorable(): boolean {
    return this.#lastGood !== undefined;
  }

  /** The words of the article's status line. */
  get statusWords(): string {
    const step = this.#frame?.progress.step ?? 0;
    switch (this.#phase) {
      case 'starting':
        return 'preparing the network…';
      case 'ready':
        return 'ready to train';
      case 'training':
        return step === 0 ? 'training model…' : `Running iteration #${step}`;
      case 'paused':
        return `paused at iteration #${step}`;
      case 'finished':
        return 'model evaluation result';
      case 'diverged':
        return 'training stopped: the loss is no longer a number';
      case 'failed':
        return 'training is not possible';
    }
  }

  /**
   * Begins anew; the run before it ends. Its last frame stays on the screen until the first one of
   * the new run comes, unless it shows other samples.
   */
  start(command: Omit<StartCommand, 'kind'>): void {
    this.#run++;
    if (command.samples !== this.#samples) this.#frame = undefined;
    this.#samples = command.samples;
    this.#history = new LossHistory();
    this.#lossPoints = [];
    this.#lastGood = undefined;
    this.#phase = 'starting';
    this.#reason = '';
    this.#notice = '';
    this.#send({ kind: 'start', ...command });
  }

  train(): void {
    this.#send({ kind: 'train' });
  }

  pause(): void {
    this.#send({ kind: 'pause' });
  }

  step(unit: 'step' | 'epoch'): void {
    this.#send({ kind: 'step', unit });
  }

  configure(training: TrainingSpecification, stopping: StopRules): void {
    this.#send({ kind: 'configure', training, stopping });
  }

  setSpeed(stepsPerFrame: number): void {
    this.#send({ kind: 'speed', stepsPerFrame });
  }

  setEngine(engine: EngineChoice): void {
    this.#notice = '';
    this.#send({ kind: 'engine', engine });
  }

  setView(view: View): void {
    this.#send({ kind: 'view', view });
  }

  /** Goes back to the last state with a finite loss. */
  restoreLastGood(): void {
    if (this.#lastGood) this.#send({ kind: 'restore', snapshot: this.#lastGood });
  }

  /** The model as tfjs stores it. */
  model(): Promise<ModelFiles> {
    return new Promise((resolve) => {
      this.#modelWaiting.push(resolve);
      this.#send({ kind: 'save' });
    });
  }

  /** To be called when the newest frame is on the screen: only then the next one comes. */
  painted(): void {
    this.#send({ kind: 'painted', buffers: this.#spentBuffers });
    this.#spentBuffers = [];
  }

  dismissNotice(): void {
    this.#notice = '';
  }

  receive(event: SessionEvent): void {
    if (event.run !== this.#run) return;
    switch (event.kind) {
      case 'frame':
        return this.#receiveFrame(event.frame);
      case 'phase':
        this.#phase = event.phase;
        this.#reason = event.reason;
        return;
      case 'engine':
        if (this.#engine !== undefined && event.engine !== this.#engine)
          this.#notice = event.reason;
        this.#engine = event.engine;
        this.#engineReason = event.reason;
        return;
      case 'snapshot':
        this.#lastGood = event.snapshot;
        return;
      case 'model':
        this.#modelWaiting.shift()?.(event);
        return;
      case 'refused':
        this.#notice = event.message;
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
    const { epoch, step } = frame.progress;
    const { training, evaluation } = frame.losses;
    const fraction = (step % frame.stepsPerEpoch) / frame.stepsPerEpoch;
    this.#history.add({ epoch: epoch + fraction, training, evaluation });
    this.#lossPoints = this.#history.points;
  }
}

function buffersOf({ field, probabilities }: Frame): ArrayBuffer[] {
  return [field, probabilities.training, probabilities.evaluation]
    .map((array) => array.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
