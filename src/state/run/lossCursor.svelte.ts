import type { LossPoint } from '../../training/protocol/frame.ts';
import { scoreText } from '../entry/numberEntry.ts';
import type { LossCurve } from './lossCurve.svelte.ts';

/** Key presses that lead along the whole curves. */
const keySteps = 50;

/** The moment of the run that the user points at in the loss curves. */
export class LossCursor {
  readonly #curve: LossCurve;
  #epoch = $state<number>();
  #spoken = $state('');
  readonly #point = $derived(this.#nearest());

  constructor(curve: LossCurve) {
    this.#curve = curve;
  }

  /** The point of the curves nearest to where the user points. */
  get point(): LossPoint | undefined {
    return this.#point;
  }

  /** What a key press last came to, as a sentence to be read aloud. */
  get spoken(): string {
    return this.#spoken;
  }

  pointAt(epoch: number): void {
    this.#epoch = epoch;
    this.#spoken = '';
  }

  /** Moves by an arrow key, or to an end; returns whether the key was one of these. */
  key(key: string): boolean {
    const { points } = this.#curve;
    const last = points.length - 1;
    const now = this.#point ? points.indexOf(this.#point) : last;
    const stride = Math.max(1, Math.round(points.length / keySteps));
    const places: Readonly<Record<string, number | undefined>> = {
      ArrowLeft: now - stride,
      ArrowRight: now + stride,
      Home: 0,
      End: last,
    };
    const place = places[key];
    if (place === undefined) return false;
    this.#epoch = points[Math.min(last, Math.max(0, place))]?.epoch;
    this.#spoken = lossSentence(this.#nearest());
    return true;
  }

  leave(): void {
    this.#epoch = undefined;
    this.#spoken = '';
  }

  #nearest(): LossPoint | undefined {
    const epoch = this.#epoch;
    if (epoch === undefined) return undefined;
    const points = this.#curve.points;
    const after = points.findIndex((point) => point.epoch >= epoch);
    if (after <= 0) return points.at(after);
    const a = points[after - 1];
    const b = points[after];
    if (!a || !b) return a ?? b;
    return epoch - a.epoch < b.epoch - epoch ? a : b;
  }
}

/** `epoch 12.0: training 0.123, evaluation 0.145` */
export function lossSentence(point: LossPoint | undefined): string {
  if (!point) return '';
  const { epoch, training, evaluation } = point;
  return `epoch ${epoch.toFixed(1)}: training ${scoreText(training)}, evaluation ${scoreText(evaluation)}`;
}
