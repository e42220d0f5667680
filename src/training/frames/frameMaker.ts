import { stepsPerEpoch } from '../../learning/batches.ts';
import type { EngineKeeper } from '../session/engineKeeper.ts';
import { FieldMeter } from './fieldMeter.ts';
import { coarserResolution, tilesFor } from './fieldTiles.ts';
import { FrameGate } from './frameGate.ts';
import type { Frame, SampleSets, StartCommand, View } from '../protocol/messages.ts';
import type { Surroundings } from '../session/surroundings.ts';
import { takePicture } from './takePicture.ts';
import { buffersOf } from '../transferable.ts';

/** Makes the frames of a run and sends them, when they are due and can be sent. */
export class FrameMaker {
  readonly #surroundings: Surroundings;
  readonly #samples: SampleSets;
  readonly #meter: FieldMeter;
  readonly #gate = new FrameGate();
  #view: View;
  #shownStep = -1;

  constructor({ configuration, samples, view }: StartCommand, surroundings: Surroundings) {
    this.#surroundings = surroundings;
    this.#samples = samples;
    this.#view = view;
    this.#meter = new FieldMeter(configuration.network);
  }

  /** There is something to show that must not be left out: a state at rest, for example. */
  request(): void {
    this.#gate.request();
  }

  lookAt(view: View): void {
    this.#view = view;
    this.request();
  }

  painted(): void {
    this.#gate.painted();
  }

  /** Frames cost something else from now on: another engine. */
  forget(): void {
    this.#gate.forget();
    this.#meter.forget();
  }

  /** `step`: where training is now. */
  isDue(step: number): boolean {
    return this.#gate.isDue(this.#surroundings.now(), step !== this.#shownStep);
  }

  /**
   * Sends a frame and gives its losses; gives undefined, and the frame stays due, when an order came
   * that must be seen to first. `stepsPerSecond`: undefined at rest.
   */
  async show(
    keeper: EngineKeeper,
    stepsPerSecond: number | undefined,
  ): Promise<Frame['losses'] | undefined> {
    const { now, report } = this.#surroundings;
    const begun = now();
    const sight = this.#sight(stepsPerSecond === undefined);
    const picture = await keeper.use((engine) => takePicture(engine, sight, this.#surroundings));
    if (picture === undefined) return undefined;

    const { shown, fieldMilliseconds } = picture;
    this.#meter.add(sight.resolution ** 2, fieldMilliseconds);
    const { batchSize } = keeper.specification.training;
    const frame: Frame = {
      ...shown,
      stepsPerEpoch: stepsPerEpoch(this.#samples.training.labels.length, batchSize),
      stepsPerSecond: stepsPerSecond ?? 0,
    };
    this.#shownStep = shown.progress.step;
    this.#gate.sent(begun, now());
    const { training, evaluation } = shown.probabilities;
    report({ kind: 'frame', frame }, buffersOf(shown.field, training, evaluation));
    return shown.losses;
  }

  #sight(resting: boolean) {
    const { window, resolution: wished, restResolution } = this.#view;
    const cells = this.#meter.affordableCells;
    const resolution = resting ? restResolution : coarserResolution(wished, cells);
    return { samples: this.#samples, window, resolution, tiles: tilesFor(resolution, cells) };
  }
}
