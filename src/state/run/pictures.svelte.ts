import { createSubscriber, SvelteMap } from 'svelte/reactivity';
import type { Point } from '../../learning/datasets/dataset.ts';
import type { SetName } from '../../learning/samples.ts';
import type { Frame } from '../../training/protocol/frame.ts';
import type {
  FieldPicture,
  FieldWatch,
  Picture,
  PointsPicture,
  ProbabilitiesPicture,
  Watch,
} from '../../training/protocol/watches.ts';

/** Pictures a second while training where the user wants little motion. */
const calmRate = 2;

/** Which field to see. */
export type FieldRequest = Pick<FieldWatch, 'class' | 'window' | 'resolution' | 'restResolution'>;

type Request =
  | (FieldRequest & { readonly kind: 'field' })
  | { readonly kind: 'probabilities'; readonly set: SetName }
  | { readonly kind: 'points'; readonly points: readonly number[] };

interface Watched {
  readonly id: string;
  readonly request: Request;
  readonly subscribe: () => void;
  /** Whether an effect reads it. */
  read: boolean;
}

/**
 * What is seen of a run. What an effect reads here is watched: the worker computes it from then on,
 * and stops when no effect reads it any more.
 */
export class Pictures {
  readonly #onchange: () => void;
  #watched: readonly Watched[] = [];
  readonly #pictures = new SvelteMap<string, Picture>();
  #calm = false;
  #changed = false;

  /** `onchange`: the list of watches has become another one; called at most once in a microtask. */
  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  /** All that is watched now. */
  get watches(): readonly Watch[] {
    const rate = this.#calm ? calmRate : Infinity;
    return this.#watched
      .filter(({ read }) => read)
      .map(({ id, request }) => ({ id, rate, ...request }));
  }

  /** The newest picture of a field; undefined until the first one has come. */
  field(request: FieldRequest): FieldPicture | undefined {
    const { left, right, bottom, top } = request.window;
    const { resolution, restResolution } = request;
    const id = ['field', request.class, left, right, bottom, top, resolution, restResolution].join(
      ' ',
    );
    const picture = this.#read(id, { kind: 'field', ...request });
    return picture?.kind === 'field' ? picture : undefined;
  }

  /** The newest class probabilities of a set; undefined until the first ones have come. */
  probabilities(set: SetName): ProbabilitiesPicture | undefined {
    const picture = this.#read(set, { kind: 'probabilities', set });
    return picture?.kind === 'probabilities' ? picture : undefined;
  }

  /** The newest class probabilities at a point; undefined until the first ones have come. */
  point({ x, y }: Point): PointsPicture | undefined {
    const picture = this.#read(`point ${x} ${y}`, { kind: 'points', points: [x, y] });
    return picture?.kind === 'points' ? picture : undefined;
  }

  /** Whether the user wants little motion. */
  setCalm(calm: boolean): void {
    if (calm === this.#calm) return;
    this.#calm = calm;
    this.#tellChange();
  }

  receive(pictures: Frame['pictures']): void {
    for (const [id, picture] of Object.entries(pictures)) this.#pictures.set(id, picture);
  }

  /** Forgets all pictures: they show other samples. */
  clear(): void {
    this.#pictures.clear();
  }

  /** Forgets the pictures of samples that are gone. */
  forgetProbabilities(): void {
    for (const [id, { kind }] of this.#pictures) {
      if (kind === 'probabilities') this.#pictures.delete(id);
    }
  }

  #read(id: string, request: Request): Picture | undefined {
    this.#entry(id, request).subscribe();
    return this.#pictures.get(id);
  }

  #entry(id: string, request: Request): Watched {
    const known = this.#watched.find((watched) => watched.id === id);
    if (known) return known;
    const watched: Watched = {
      id,
      request,
      read: false,
      subscribe: createSubscriber(() => {
        watched.read = true;
        this.#tellChange();
        return () => this.#forget(watched);
      }),
    };
    this.#watched = [...this.#watched, watched];
    return watched;
  }

  #forget(watched: Watched): void {
    watched.read = false;
    this.#watched = this.#watched.filter((other) => other !== watched);
    this.#pictures.delete(watched.id);
    this.#tellChange();
  }

  #tellChange(): void {
    if (this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      this.#onchange();
    });
  }
}
