import type { Point } from '../../learning/datasets/dataset.ts';
import type { Window } from '../../learning/samples.ts';
import type { FieldPicture } from '../../training/protocol/watches.ts';
import type { SampleSourceState } from '../experiment/sampleSource.svelte.ts';
import type { TrainingRun } from '../run/trainingRun.svelte.ts';
import { fieldValue } from './fieldValue.ts';

/** Cells of the field along each side, while training and at rest. */
const resolution = 96;
const restResolution = 192;

/** Planes of resolution² probabilities: of two classes that of class 1, of more one for each class. */
export interface FieldPlanes {
  readonly values: Float32Array;
  readonly resolution: number;
}

/** What the network predicts over the window of the plot. */
export class PlotField {
  readonly #run: TrainingRun;
  readonly #samples: SampleSourceState;

  constructor(run: TrainingRun, samples: SampleSourceState) {
    this.#run = run;
    this.#samples = samples;
  }

  get window(): Window {
    return this.#samples.window;
  }

  /** K of the network that is trained. */
  get classes(): number {
    return this.#run.configuration?.network.classes ?? 2;
  }

  /** As the figures take a field; undefined until the first picture has come. */
  get planes(): FieldPlanes | undefined {
    const { pictures } = this;
    const [first] = pictures ?? [];
    if (!pictures || !first) return undefined;
    const { resolution } = first;
    return { resolution, values: pictures.length === 1 ? first.values : joined(pictures) };
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
    const classes = this.classes === 2 ? [1] : Array.from({ length: this.classes }, (_, c) => c);
    const pictures = classes.map((each) => this.#of(each));
    const known = pictures.filter((picture) => picture !== undefined);
    return known.length === pictures.length ? known : undefined;
  }

  #of(ofClass: number): FieldPicture | undefined {
    return this.#run.field({ class: ofClass, window: this.window, resolution, restResolution });
  }
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
