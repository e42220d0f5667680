import type { Point } from '../../learning/datasets/dataset.ts';
import type { Window } from '../../learning/samples.ts';

/** How large the plane may be shown, against the window that holds all samples. */
const smallest = 1 / 4;
const largest = 64;
/** By which a key or a button enlarges. */
const keyFactor = 1.5;

/** A place in the plot, as shares of its side: from the left, and from the bottom. */
export interface PlotShare {
  readonly across: number;
  readonly up: number;
}

/** A sentence to be read aloud. */
export interface ZoomAnswer {
  readonly sentence: string;
}

const middle: PlotShare = { across: 0.5, up: 0.5 };

/** What is shown of the plane: a square around `centre`, so many times as large as the whole. */
interface View {
  /** Of which it is a view; of another one there is none. */
  readonly whole: Window;
  readonly centre: Point;
  readonly factor: number;
}

/** Which window of the plane the plot shows. */
export class PlotZoom {
  readonly #samples: { readonly window: Window };
  #view = $state.raw<View>();
  #spoken = $state.raw<ZoomAnswer>({ sentence: '' });
  readonly #window = $derived(this.#shown());

  /** `samples`: what has the window that holds all samples, to which a new one always fits. */
  constructor(samples: { readonly window: Window }) {
    this.#samples = samples;
  }

  /** The window that holds all samples. */
  get whole(): Window {
    return this.#samples.window;
  }

  /** The window that is shown. */
  get window(): Window {
    return this.#window;
  }

  /** How many times as large as the whole; 1 where the plot shows just that. */
  get factor(): number {
    return this.#current?.factor ?? 1;
  }

  /** Whether something else than the whole is shown. */
  get changed(): boolean {
    return this.#current !== undefined;
  }

  /** What a key or a button has done; another object each time. */
  get spoken(): ZoomAnswer {
    return this.#spoken;
  }

  /** Enlarges about a place, which stays where it is; less than 1 makes smaller. */
  zoomAt({ across, up }: PlotShare, by: number): void {
    const { left, right, bottom } = this.window;
    const side = right - left;
    const factor = Math.min(largest, Math.max(smallest, this.factor * by));
    const next = this.#side / factor;
    const place = { x: left + across * side, y: bottom + up * side };
    this.#show(factor, {
      x: place.x + (0.5 - across) * next,
      y: place.y + (0.5 - up) * next,
    });
  }

  /** Shows a window, as far as the limits of the zoom allow. */
  show({ left, right, bottom, top }: Window): void {
    const factor = Math.min(largest, Math.max(smallest, this.#side / (right - left)));
    this.#show(factor, { x: (left + right) / 2, y: (bottom + top) / 2 });
  }

  /** Moves what is seen to the right and up, in shares of the plot's side. */
  pan({ across, up }: PlotShare): void {
    const { left, right, bottom, top } = this.window;
    const side = right - left;
    this.#show(this.factor, {
      x: (left + right) / 2 - across * side,
      y: (bottom + top) / 2 - up * side,
    });
  }

  /** Shows the whole again. */
  fit(): void {
    this.#view = undefined;
  }

  /** What can be reached without zooming out: the whole, and what is shown beside it. */
  get reach(): Window {
    const [a, b] = [this.whole, this.window];
    return {
      left: Math.min(a.left, b.left),
      right: Math.max(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
      top: Math.max(a.top, b.top),
    };
  }

  /** Moves no further than it must for a place to be seen, as for a cross that leaves the plot. */
  follow({ x, y }: Point): void {
    const { left, right, bottom, top } = this.window;
    const across = Math.max(0, x - right) + Math.min(0, x - left);
    const up = Math.max(0, y - top) + Math.min(0, y - bottom);
    if (across === 0 && up === 0) return;
    this.#show(this.factor, { x: (left + right) / 2 + across, y: (bottom + top) / 2 + up });
  }

  /** Moves so that a place is seen; one that is seen already stays where it is. */
  reveal(place: Point): void {
    const { left, right, bottom, top } = this.window;
    const isSeen = place.x >= left && place.x <= right && place.y >= bottom && place.y <= top;
    if (!isSeen) this.#show(this.factor, place);
  }

  /** Enlarges or makes smaller by one step, about a place or the middle, and says so. */
  step(way: 1 | -1, about?: Point): void {
    this.zoomAt(about ? this.#shareOf(about) : middle, way > 0 ? keyFactor : 1 / keyFactor);
    this.#say();
  }

  /** Shows the whole again, and says so. */
  fitAloud(): void {
    this.fit();
    this.#say();
  }

  /** Takes + and −, about a place or the middle, and 0; returns whether the key was one of these. */
  key(key: string, about?: Point): boolean {
    if (key === '+' || key === '=') this.step(1, about);
    else if (key === '-' || key === '−' || key === '_') this.step(-1, about);
    else if (key === '0') this.fitAloud();
    else return false;
    return true;
  }

  get #current(): View | undefined {
    return this.#view?.whole === this.whole ? this.#view : undefined;
  }

  /** Of the whole, in data units. */
  get #side(): number {
    return this.whole.right - this.whole.left;
  }

  #shareOf({ x, y }: Point): PlotShare {
    const { left, right, bottom, top } = this.window;
    return { across: (x - left) / (right - left), up: (y - bottom) / (top - bottom) };
  }

  #show(factor: number, centre: Point): void {
    const { whole } = this;
    const { left, right, bottom, top } = whole;
    // Something of the whole is always in the middle, so that nobody gets lost.
    const x = Math.min(right, Math.max(left, centre.x));
    const y = Math.min(top, Math.max(bottom, centre.y));
    const isWhole =
      Math.abs(factor - 1) < 1e-9 &&
      Math.hypot(x - (left + right) / 2, y - (bottom + top) / 2) < 1e-9 * this.#side;
    this.#view = isWhole ? undefined : { whole, centre: { x, y }, factor };
  }

  #shown(): Window {
    const view = this.#current;
    if (!view) return this.whole;
    const half = this.#side / view.factor / 2;
    const { x, y } = view.centre;
    return { left: x - half, right: x + half, bottom: y - half, top: y + half };
  }

  #say(): void {
    const times = Number(this.factor.toPrecision(2));
    const sentence = this.changed
      ? `The plot is ${times} times as large.`
      : 'The plot shows all samples.';
    this.#spoken = { sentence };
  }
}
