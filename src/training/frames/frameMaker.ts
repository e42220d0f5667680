import { stepsPerEpoch } from '../../learning/batches.ts';
import type { Engine, ProbabilitiesAndLoss, Progress } from '../../learning/engine.ts';
import type { SetName } from '../../learning/samples.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
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
import { insidePictures, isInsideWatch, isWithin } from './insidePictures.ts';
import { pointPictures } from './pointPictures.ts';
import { isSameState, type ShownState, WatchSchedule } from './watchSchedule.ts';

/** What was computed for one frame. */
interface Exposure {
  readonly progress: Progress;
  readonly batchSize: number;
  readonly losses: LossPoint;
  readonly pictures: readonly (readonly [Watch, Picture])[];
}

type SetOutputs = Partial<Record<SetName, ProbabilitiesAndLoss>>;

/** Makes the frames of a run and sends them, when they are due and can be sent. */
export class FrameMaker {
  readonly #link: RunLink;
  readonly #recorder: LossRecorder;
  readonly #fields: FieldPictures;
  readonly #gate = new FrameGate();
  readonly #schedule = new WatchSchedule();
  readonly #network: NetworkSpecification;
  #samples: SampleSets;
  #samplesVersion: number;
  #jumps = 0;
  #shownStep = -1;
  /** Of the last frame, and the state that they are of. */
  #measured: { readonly state: ShownState; readonly losses: LossPoint } | undefined;

  constructor(start: StartCommand, recorder: LossRecorder, link: RunLink) {
    this.#link = link;
    this.#recorder = recorder;
    this.#network = start.configuration.network;
    this.#fields = new FieldPictures(this.#network, link);
    this.#samples = start.samples;
    this.#samplesVersion = start.samplesVersion;
    this.watch(start.watches);
  }

  /** Asks for a frame that must not be left out: the state at rest, for example. */
  request(): void {
    this.#gate.request();
  }

  /** A watch of a unit that the network has not gets no picture. */
  watch(watches: readonly Watch[]): void {
    this.#schedule.replace(watches.filter((watch) => isWithin(watch, this.#network)));
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
    const outputs = await this.#setOutputs(engine, setWatches);
    if (!outputs) return undefined;
    const losses = await this.#losses(engine, outputs);
    const points = await pointPictures(
      engine,
      due.filter((watch) => watch.kind === 'points'),
    );
    if (!(await this.#link.letMessagesIn())) return undefined;
    const inside = await insidePictures(engine, due.filter(isInsideWatch), {
      training: this.#samples.training,
      resting,
      proceed: this.#link.letMessagesIn,
    });
    if (!inside) return undefined;
    const fieldWatches = due.filter((watch) => watch.kind === 'field');
    const fields = await this.#fields.take(engine, fieldWatches, resting);
    if (!fields) return undefined;
    const sets = setWatches.flatMap((watch): (readonly [Watch, Picture])[] => {
      const { set } = watch;
      const output = outputs[set];
      if (!output) return [];
      const { probabilities: values, loss } = output;
      return [[watch, { kind: 'probabilities', set, values, loss }]];
    });
    const { batchSize } = engine.specification.training;
    return { progress, batchSize, losses, pictures: [...sets, ...points, ...inside, ...fields] };
  }

  /** Of the sets that are watched; undefined when a command came that goes first. */
  async #setOutputs(
    engine: Engine,
    watches: readonly ProbabilitiesWatch[],
  ): Promise<SetOutputs | undefined> {
    const outputs: SetOutputs = {};
    for (const set of new Set(watches.map((watch) => watch.set))) {
      outputs[set] = await engine.probabilitiesAndLoss(set);
      if (!(await this.#link.letMessagesIn())) return undefined;
    }
    return outputs;
  }

  /** Those recorded or shown for this very state, or that came with the probabilities, or measured. */
  async #losses(engine: Engine, outputs: SetOutputs): Promise<LossPoint> {
    const epoch = epochsDone(engine.progress(), this.#samples.training.labels.length);
    const recorded = this.#recorder.at(epoch);
    if (recorded) return recorded;
    const state = this.#stateAt(engine.progress().step);
    if (this.#measured && isSameState(this.#measured.state, state)) return this.#measured.losses;
    const losses = {
      epoch,
      training: outputs.training?.loss ?? (await engine.loss('training')),
      evaluation: outputs.evaluation?.loss ?? (await engine.loss('evaluation')),
    };
    this.#measured = { state, losses };
    return losses;
  }
}
