import { stepsPerEpoch } from '../../learning/batches.ts';
import type { Engine, Progress } from '../../learning/engine.ts';
import { negativeLogLikelihood } from '../../learning/negativeLogLikelihood.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSets, StartCommand } from '../protocol/commands.ts';
import type { Frame, LossPoint } from '../protocol/frame.ts';
import type { Picture, ProbabilitiesWatch, Watch } from '../protocol/watches.ts';
import type { EngineAccess } from '../running/engineAccess.ts';
import { epochsDone } from '../running/epochSteps.ts';
import type { LossRecorder } from '../running/lossRecorder.ts';
import type { RunLink } from '../runLink.ts';
import { buffersOf } from '../transferable.ts';
import { FieldPictures } from './fieldPictures.ts';
import { FrameGate } from './frameGate.ts';
import { type ShownState, WatchSchedule } from './watchSchedule.ts';

/** What was computed for one frame. */
interface Exposure {
  readonly progress: Progress;
  readonly batchSize: number;
  readonly losses: LossPoint;
  readonly pictures: readonly (readonly [Watch, Picture])[];
}

type Probabilities = Partial<Record<SetName, Float32Array>>;

/** Makes the frames of a run and sends them, when they are due and can be sent. */
export class FrameMaker {
  readonly #link: RunLink;
  readonly #recorder: LossRecorder;
  readonly #fields: FieldPictures;
  readonly #gate = new FrameGate();
  readonly #schedule = new WatchSchedule();
  #samples: SampleSets;
  #samplesVersion: number;
  #jumps = 0;
  #shownStep = -1;

  constructor(start: StartCommand, recorder: LossRecorder, link: RunLink) {
    this.#link = link;
    this.#recorder = recorder;
    this.#fields = new FieldPictures(start.configuration.network, link);
    this.#samples = start.samples;
    this.#samplesVersion = start.samplesVersion;
    this.#schedule.replace(start.watches);
  }

  /** Asks for a frame that must not be left out: the state at rest, for example. */
  request(): void {
    this.#gate.request();
  }

  watch(watches: readonly Watch[]): void {
    this.#schedule.replace(watches);
  }

  changeSamples(samples: SampleSets, version: number): void {
    this.#samples = samples;
    this.#samplesVersion = version;
    this.request();
  }

  /** The run went to other weights than training leads to: all pictures are outdated. */
  jump(): void {
    this.#jumps++;
    this.request();
  }

  /** See `FrameGate.acknowledge`. */
  acknowledge(frame: number): void {
    this.#gate.acknowledge(frame);
  }

  /** Frames cost something else from now on: another engine. */
  forgetCosts(): void {
    this.#gate.forgetCosts();
    this.#fields.forgetCosts();
  }

  /** `step`: where training is now. */
  isDue(step: number, resting: boolean): boolean {
    if (this.#schedule.isBehind(this.#stateAt(step), resting)) this.request();
    return this.#gate.isDue(this.#link.now(), step !== this.#shownStep);
  }

  /**
   * Sends a frame. `stepsPerSecond`: undefined at rest.
   * @returns its losses; undefined, and the frame stays due, when a command came that goes first.
   */
  async send(
    access: EngineAccess,
    stepsPerSecond: number | undefined,
  ): Promise<LossPoint | undefined> {
    const begun = this.#link.now();
    const resting = stepsPerSecond === undefined;
    const exposure = await access.use((engine) => this.#expose(engine, resting));
    if (!exposure) return undefined;

    const { progress, batchSize, losses, pictures } = exposure;
    const now = this.#link.now();
    const state = this.#stateAt(progress.step);
    for (const [watch, picture] of pictures) this.#schedule.sent(watch, picture, state, now);
    this.#shownStep = progress.step;
    const frame: Frame = {
      number: this.#gate.send(begun, now),
      progress,
      stepsPerEpoch: stepsPerEpoch(this.#samples.training.labels.length, batchSize),
      samplesVersion: this.#samplesVersion,
      lossPoints: this.#recorder.takeWith(losses),
      stepsPerSecond: stepsPerSecond ?? 0,
      pictures: Object.fromEntries(pictures.map(([{ id }, picture]) => [id, picture])),
    };
    this.#link.report(
      { kind: 'frame', frame },
      buffersOf(pictures.map(([, { values }]) => values)),
    );
    return losses;
  }

  #stateAt(step: number): ShownState {
    return { step, jumps: this.#jumps, samplesVersion: this.#samplesVersion };
  }

  async #expose(engine: Engine, resting: boolean): Promise<Exposure | undefined> {
    const progress = engine.progress();
    const due = this.#schedule.due(this.#stateAt(progress.step), this.#link.now(), resting);
    const setWatches = due.filter((watch) => watch.kind === 'probabilities');
    const probabilities = await this.#probabilities(engine, setWatches);
    if (!probabilities) return undefined;
    const losses = await this.#losses(engine, probabilities);
    if (!(await this.#link.letMessagesIn())) return undefined;
    const fieldWatches = due.filter((watch) => watch.kind === 'field');
    const fields = await this.#fields.take(engine, fieldWatches, resting);
    if (!fields) return undefined;
    const sets = setWatches.flatMap((watch): (readonly [Watch, Picture])[] => {
      const values = probabilities[watch.set];
      return values ? [[watch, { kind: 'probabilities', set: watch.set, values }]] : [];
    });
    const { batchSize } = engine.specification.training;
    return { progress, batchSize, losses, pictures: [...sets, ...fields] };
  }

  /** Of the sets that are watched; undefined when a command came that goes first. */
  async #probabilities(
    engine: Engine,
    watches: readonly ProbabilitiesWatch[],
  ): Promise<Probabilities | undefined> {
    const probabilities: Probabilities = {};
    for (const set of new Set(watches.map((watch) => watch.set))) {
      probabilities[set] = await engine.probabilities(set);
      if (!(await this.#link.letMessagesIn())) return undefined;
    }
    return probabilities;
  }

  /** Those just recorded, or from the probabilities where they are known, or measured. */
  async #losses(engine: Engine, probabilities: Probabilities): Promise<LossPoint> {
    const { training, evaluation } = this.#samples;
    const epoch = epochsDone(engine.progress(), training.labels.length);
    const recorded = this.#recorder.at(epoch);
    if (recorded) return recorded;
    const loss = (set: SetName, labels: Uint8Array) => {
      const known = probabilities[set];
      return known ? negativeLogLikelihood(known, labels) : engine.loss(set);
    };
    return {
      epoch,
      training: await loss('training', training.labels),
      evaluation: await loss('evaluation', evaluation.labels),
    };
  }
}
