import { createSubscriber, SvelteMap } from 'svelte/reactivity';
import type { Point } from '../../learning/datasets/dataset.ts';
import type { SetName, Window } from '../../learning/samples.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { Frame } from '../../training/protocol/frame.ts';
import type {
  ActivationsPicture,
  FieldPicture,
  FieldWatch,
  ParametersPicture,
  Picture,
  PointsPicture,
  ProbabilitiesPicture,
  UnitPicture,
  UnitPlace,
  UnitsPicture,
  UnitsWatch,
  UnitWatch,
  Watch,
} from '../../training/protocol/watches.ts';

/** Pictures a second while training where the user wants little motion. */
const calmRate = 2;

/** Pictures a second of what is inside the network; more would slow down training and be no clearer. */
const insideRate = 12;

/** Which field to see. */
export type FieldRequest = Pick<FieldWatch, 'class' | 'window' | 'resolution' | 'restResolution'>;

/** Which picture of a unit to see. */
export type UnitRequest = Omit<UnitWatch, 'id' | 'rate' | 'kind'>;

/** Which pictures of all units to see. */
export type UnitsRequest = Omit<UnitsWatch, 'id' | 'rate' | 'kind'>;

type Request =
  | (FieldRequest & { readonly kind: 'field' })
  | { readonly kind: 'probabilities'; readonly set: SetName }
  | { readonly kind: 'points'; readonly points: readonly number[] }
  | (UnitsRequest & { readonly kind: 'units' })
  | (UnitRequest & { readonly kind: 'unit' })
  | (UnitPlace & { readonly kind: 'activations' })
  | { readonly kind: 'parameters' };

/** Pictures a second at most, for those that do not come with every frame. */
const rates: Partial<Record<Request['kind'], number>> = {
  units: insideRate,
  activations: insideRate,
  parameters: insideRate,
};

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
  /** Of the network whose pictures these are. */
  #shape = '';
  #classes = Infinity;
  #calm = false;
  #changed = false;

  /** `onchange`: the list of watches has become another one; called at most once in a microtask. */
  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  /**
   * All that is watched now. Effects see another network only after it has begun: until then they may
   * read the field of a class that it has not.
   */
  get watches(): readonly Watch[] {
    const most = this.#calm ? calmRate : Infinity;
    return this.#watched
      .filter(({ read }) => read)
      .filter(({ request }) => request.kind !== 'field' || request.class < this.#classes)
      .map(({ id, request }) => ({
        id,
        rate: Math.min(most, rates[request.kind] ?? Infinity),
        ...request,
      }));
  }

  /** The newest picture of a field; undefined until the first one has come. */
  field(request: FieldRequest): FieldPicture | undefined {
    const { resolution, restResolution } = request;
    const id = idOf('field', request.class, ...sides(request.window), resolution, restResolution);
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

  /** The newest pictures of all hidden units; undefined until the first ones have come. */
  units(request: UnitsRequest): UnitsPicture | undefined {
    const id = idOf('units', ...sides(request.window), request.resolution);
    const picture = this.#read(id, { kind: 'units', ...request });
    return picture?.kind === 'units' ? picture : undefined;
  }

  /** The newest picture of one unit; undefined until the first one has come. */
  unit(request: UnitRequest): UnitPicture | undefined {
    const { layer, unit, resolution, restResolution } = request;
    const id = idOf('unit', layer, unit, ...sides(request.window), resolution, restResolution);
    const picture = this.#read(id, { kind: 'unit', ...request });
    return picture?.kind === 'unit' ? picture : undefined;
  }

  /** What one unit answers to the training set; undefined until the first answers have come. */
  activations({ layer, unit }: UnitPlace): ActivationsPicture | undefined {
    const request: Request = { kind: 'activations', layer, unit };
    const picture = this.#read(idOf('activations', layer, unit), request);
    return picture?.kind === 'activations' ? picture : undefined;
  }

  /** The newest weights and biases; undefined until the first ones have come. */
  parameters(): ParametersPicture | undefined {
    const picture = this.#read('parameters', { kind: 'parameters' });
    return picture?.kind === 'parameters' ? picture : undefined;
  }

  /** Whether the user wants little motion. */
  setCalm(calm: boolean): void {
    if (calm === this.#calm) return;
    this.#calm = calm;
    this.#tellChange();
  }

  receive(pictures: Frame['pictures']): void {
    for (const [id, picture] of Object.entries(pictures)) {
      // One that is not watched any more would never be deleted.
      if (this.#watched.some((watched) => watched.id === id)) this.#pictures.set(id, picture);
    }
  }

  /** Forgets all pictures: they show other samples. */
  clear(): void {
    this.#pictures.clear();
  }

  /** Forgets the pictures of samples that are gone. */
  forgetProbabilities(): void {
    this.#forget('probabilities', 'activations');
  }

  /** A run of that network begins; of one of another shape, units and parameters are others. */
  begin(network: NetworkSpecification): void {
    const shape = shapeOf(network);
    if (shape !== this.#shape) this.#forget('units', 'unit', 'activations', 'parameters');
    this.#shape = shape;
    this.#classes = network.classes;
  }

  #read(id: string, request: Request): Picture | undefined {
    // What no effect reads would be in the list for ever: nothing ends it.
    if ($effect.tracking()) this.#entry(id, request).subscribe();
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
        return () => this.#end(watched);
      }),
    };
    this.#watched = [...this.#watched, watched];
    return watched;
  }

  #forget(...kinds: readonly Picture['kind'][]): void {
    for (const [id, { kind }] of this.#pictures) {
      if (kinds.includes(kind)) this.#pictures.delete(id);
    }
  }

  #end(watched: Watched): void {
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

function idOf(kind: string, ...numbers: readonly number[]): string {
  return [kind, ...numbers].join(' ');
}

function sides({ left, right, bottom, top }: Window): readonly number[] {
  return [left, right, bottom, top];
}

/** The same for two networks whose units and parameters are at the same places. */
function shapeOf({ features, hidden, classes }: NetworkSpecification): string {
  return [features, hidden.map(({ units }) => units), classes].join(';');
}
