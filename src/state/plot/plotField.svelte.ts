import type { Point } from '../../learning/datasets/dataset.ts';
import type { Window } from '../../learning/samples.ts';
import type { Scaling } from '../../learning/scaling/scaling.ts';
import { unscaledPlace, unscaledWindow } from '../../learning/scaling/unscaledPlace.ts';
import type { FieldPicture } from '../../training/protocol/watches.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import { fieldValue } from './fieldValue.ts';
import { placeWords } from './placeWords.ts';
import { PlotZoom } from './plotZoom.svelte.ts';

/** Cells of the field along each side, while training and at rest. */
const resolution = 96;
const restResolution = 192;
/** Of the small picture of everything. */
const overviewResolution = 24;

/** Planes of resolution² probabilities: of two classes that of class 1, of more one for each class. */
export interface FieldPlanes {
  readonly values: Float32Array;
  readonly resolution: number;
  /** What they show of the plane. */
  readonly window: Window;
}

/** The planes that were seen last, of the samples for which `whole` is the window. */
interface LastPlanes {
  readonly planes: FieldPlanes;
  readonly whole: Window;
  readonly classes: number;
}

/** What a plot must know of its samples. */
export interface PlottedSamples {
  /** That holds all of them. */
  readonly window: Window;
  /** What was done to their coordinates, if anything was. */
  readonly scaling?: Scaling | undefined;
}

/** What the network predicts over the window of the plot. */
export class PlotField {
  readonly #run: TrainingRun;
  readonly #samples: PlottedSamples;
  /** Which window the plot shows. */
  readonly zoom: PlotZoom;
  /** Shown, moved and scaled, until those of another window have come. */
  #last: LastPlanes | undefined;
  /** The page's first picture is a coarse one, which is sooner on the screen. */
  #fine = $state(false);

  constructor(run: TrainingRun, samples: PlottedSamples) {
    this.#run = run;
    this.#samples = samples;
    this.zoom = new PlotZoom(samples);
    void run.shown.then(() => (this.#fine = true));
  }

  get window(): Window {
    return this.zoom.window;
  }

  /** A place of the plane as the coordinates that the samples came with. */
  unscaled(place: Point): Point {
    return unscaledPlace(place, this.#samples.scaling);
  }

  /** `x 0.42, y −0.31`, in those coordinates. */
  wordsFor(place: Point): string {
    return placeWords(this.unscaled(place), this.unscaledWindow);
  }

  /** The window that is shown, in the coordinates that the samples came with. */
  get unscaledWindow(): Window {
    return unscaledWindow(this.window, this.#samples.scaling);
  }

  /** K of the network that is trained. */
  get classes(): number {
    return this.#run.configuration?.network.classes ?? 2;
  }

  /** Whether it changes all the time. */
  get learning(): boolean {
    return this.#run.state.underWay;
  }

  /**
   * As the figures take a field; undefined until the first picture has come. While the window changes
   * it is the picture of the window before, which has to be moved and scaled.
   */
  get planes(): FieldPlanes | undefined {
    const { pictures, classes } = this;
    const { whole } = this.zoom;
    const planes = pictures && planesOf(pictures);
    if (planes) this.#last = { planes, whole, classes };
    const last = this.#last;
    return last?.whole === whole && last.classes === classes ? last.planes : undefined;
  }

  /** The same over the window that holds all samples, in small where the plot shows another one. */
  get overview(): FieldPlanes | undefined {
    const { planes, zoom } = this;
    const isWhole = planes && isSameWindow(planes.window, zoom.whole);
    if (!planes || (isWhole && !zoom.changed)) return planes;
    const request = {
      window: zoom.whole,
      resolution: overviewResolution,
      restResolution: overviewResolution,
    };
    const pictures = this.#ofEach((ofClass) => this.#run.field({ class: ofClass, ...request }));
    return (pictures && planesOf(pictures)) ?? (isWhole ? planes : undefined);
  }

  /**
   * The probabilities of all K classes at a place: what the network says there or, until it has
   * answered, what lies between the cells of the field; undefined while there is neither.
   */
  probabilitiesAt(place: Point): ArrayLike<number> | undefined {
    return this.predictedAt(place) ?? this.#interpolatedAt(place);
  }

  /** What the network says at a place; undefined until it has answered. */
  predictedAt(place: Point): ArrayLike<number> | undefined {
    return this.#run.probabilitiesAt(place);
  }

  #interpolatedAt(place: Point): readonly number[] | undefined {
    const values = this.pictures?.map((picture) => fieldValue(picture, place));
    const known = values?.filter((value) => value !== undefined);
    if (!known || known.length !== values?.length) return undefined;
    const [one] = known;
    return this.classes === 2 && one !== undefined ? [1 - one, one] : known;
  }

  /** Of two classes the picture of class 1, of more a picture of each. */
  get pictures(): readonly FieldPicture[] | undefined {
    return this.#ofEach((ofClass) => this.#of(ofClass));
  }

  #ofEach(
    pictureOf: (ofClass: number) => FieldPicture | undefined,
  ): readonly FieldPicture[] | undefined {
    const classes = this.classes === 2 ? [1] : Array.from({ length: this.classes }, (_, c) => c);
    const pictures = classes.map(pictureOf);
    const known = pictures.filter((picture) => picture !== undefined);
    return known.length === pictures.length ? known : undefined;
  }

  #of(ofClass: number): FieldPicture | undefined {
    const request = { class: ofClass, window: this.window, resolution };
    const coarse = () => this.#run.field({ ...request, restResolution: resolution });
    if (!this.#fine) return coarse();
    return this.#run.field({ ...request, restResolution }) ?? coarse();
  }
}

/** What comes from the worker is a copy. */
function isSameWindow(a: Window, b: Window): boolean {
  return a.left === b.left && a.right === b.right && a.bottom === b.bottom && a.top === b.top;
}

function planesOf(pictures: readonly FieldPicture[]): FieldPlanes | undefined {
  const [first] = pictures;
  if (!first) return undefined;
  const { resolution, window } = first;
  return { resolution, window, values: pictures.length === 1 ? first.values : joined(pictures) };
}

function joined(pictures: readonly FieldPicture[]): Float32Array {
  const lengths = pictures.map(({ values }) => values.length);
  const planes = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  for (const { values } of pictures) {
    planes.set(values, start);
    start += values.length;
  }
  return planes;
}
