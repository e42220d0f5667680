import type { Progress, Snapshot } from '../../learning/engine.ts';
import type { EventBody, Phase } from '../../training/protocol/events.ts';
import type { Frame, LossPoint } from '../../training/protocol/frame.ts';
import { LossCurve } from './lossCurve.svelte.ts';
import { statusWords } from './runWords.ts';

/** What came back from a run. `receive` is its only writer, besides what was just asked for. */
export class RunState {
  readonly #curve: LossCurve;
  #phase = $state<Phase>('starting');
  #reason = $state('');
  #notice = $state('');
  /** Whether training was asked for and has not answered yet. */
  #asked = $state(false);
  /** Whether the last thing asked for was a single step or epoch. */
  #single = $state(false);
  #frame = $state.raw<Frame>();
  #trainingSize = $state(1);
  #lastGood = $state.raw<Snapshot>();

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(now: () => number) {
    this.#curve = new LossCurve(now);
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

  /** Whether only a new start, or the last good state, helps. */
  get stuck(): boolean {
    return this.#phase === 'failed' || this.#phase === 'diverged';
  }

  /** Where the newest frame is; undefined until the first one has come. */
  get progress(): Progress | undefined {
    return this.#frame?.progress;
  }

  /** Epochs so far, with the fraction of the running one. */
  get epochs(): number {
    const { epoch, position } = this.progress ?? { epoch: 0, position: 0 };
    return epoch + position / this.#trainingSize;
  }

  /** Measured over about the last second of training; 0 at rest. */
  get stepsPerSecond(): number {
    return this.#frame?.stepsPerSecond ?? 0;
  }

  /** The losses of the newest frame. */
  get losses(): LossPoint | undefined {
    return this.#frame?.lossPoints.at(-1);
  }

  get curve(): LossCurve {
    return this.#curve;
  }

  /** A sentence the user must see: an engine that failed, a request that was refused. */
  get notice(): string {
    return this.#notice;
  }

  /** The words of the article's status line. */
  get statusWords(): string {
    const phase = this.settling ? 'training' : this.#phase;
    return statusWords(phase, this.progress?.step ?? 0, this.evaluating);
  }

  /** Training was paused, and the frame that shows where has yet to come. */
  get settling(): boolean {
    return this.#phase === 'paused' && this.stepsPerSecond > 0;
  }

  /** Whether a single step or epoch has led here. */
  get single(): boolean {
    return this.#single;
  }

  /** The run has ended, and the frame that shows its end has yet to come. */
  get evaluating(): boolean {
    const shown = this.progress?.step ?? 0;
    return this.#phase === 'finished' && shown < (this.#lastGood?.progress.step ?? 0);
  }

  /** The last state with a finite loss. */
  get lastGood(): Snapshot | undefined {
    return this.#lastGood;
  }

  /**
   * A new run begins; the last frame stays until the first one of the new run comes. `losses`: what it
   * brings along.
   */
  begin(losses: readonly LossPoint[] = []): void {
    this.#curve.clear(losses);
    this.#lastGood = undefined;
    this.#phase = 'starting';
    this.#reason = '';
    this.#notice = '';
    this.#asked = false;
    this.#single = false;
  }

  /** The frame shows samples that are gone. */
  forgetFrame(): void {
    this.#frame = undefined;
  }

  set trainingSize(size: number) {
    this.#trainingSize = Math.max(1, size);
  }

  /** Training was asked for. */
  askTraining(): void {
    this.#asked = true;
    this.#single = false;
  }

  /** A single step or epoch was asked for. */
  askSingle(): void {
    this.#single = true;
  }

  /** A pause was asked for. */
  askRest(): void {
    this.#asked = false;
  }

  /** A sentence that the user must see. */
  tell(notice: string): void {
    this.#notice = notice;
  }

  dismissNotice(): void {
    this.#notice = '';
  }

  receive(event: EventBody): void {
    switch (event.kind) {
      case 'frame':
        this.#frame = event.frame;
        this.#curve.add(event.frame.lossPoints, this.training);
        return;
      case 'phase':
        this.#phase = event.phase;
        this.#reason = event.reason;
        // What was said of the run before it failed holds no more.
        if (event.phase === 'failed') this.#notice = '';
        if (event.phase !== 'starting' && event.phase !== 'ready') this.#asked = false;
        if (!this.training) this.#curve.show();
        return;
      case 'engine':
        if (event.trouble) this.#notice = event.reason;
        return;
      case 'snapshot':
        this.#lastGood = event.snapshot;
        return;
      case 'model':
        if (event.files.note !== '') this.#notice = event.files.note;
        return;
      case 'refused':
        this.#notice = event.message;
        if (event.command === 'train') this.#asked = false;
    }
  }
}
