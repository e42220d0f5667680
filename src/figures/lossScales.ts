import type { Margins } from './plotSquare.ts';
import { extent, scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';

/** The losses of both sets at one moment; NaN where there is none. */
export interface LossPoint {
  /** Epochs done, with the fraction of the running one. */
  readonly epoch: number;
  readonly training: number;
  readonly evaluation: number;
}

/** How large a loss figure is and what its axes show. */
export interface LossScaleOptions {
  readonly width: number;
  readonly height: number;
  /** The losses of the run before, in the background. */
  readonly before?: readonly LossPoint[] | undefined;
  /** Epochs that the axis shows at least: those planned. */
  readonly epochs?: number;
  /** Whether the axis of the losses is logarithmic. */
  readonly log?: boolean;
  /** In pixels; the margins grow with it. */
  readonly fontSize?: number;
}

/** From epochs and losses to pixels of the figure, and back with `invert`. */
export interface LossScales {
  readonly x: ScaleContinuousNumeric<number, number>;
  readonly y: ScaleContinuousNumeric<number, number>;
}

/** Margins of a loss figure at that font size in pixels; the names of the curves are in the upper one. */
export function chartMargins(fontSize = 12): Margins {
  const scaled = (pixels: number) => Math.round((pixels * fontSize) / 12);
  return { left: scaled(40), right: scaled(12), top: scaled(24), bottom: scaled(24) };
}

export function lossScales(points: readonly LossPoint[], options: LossScaleOptions): LossScales {
  const { width, height, before = [], epochs = 0, log = false } = options;
  const { left, right, top, bottom } = chartMargins(options.fontSize);
  const end = Math.max(epochs, points.at(-1)?.epoch ?? 0) || 1;
  const x = scaleLinear([0, end], [left, width - right]);
  const range = [height - bottom, top];
  const losses = [...points, ...before].flatMap(({ training, evaluation }) => [
    training,
    evaluation,
  ]);
  const shown = losses.filter((loss) => isShown(loss, log));
  const [lowest = log ? 0.1 : 0, highest = 1] = extent(shown);
  const y = log
    ? scaleLog([roundedDown(lowest), roundedUp(highest)], range)
    : scaleLinear([0, highest || 1], range).nice(4);
  return { x, y };
}

/** Both ends of a scale's domain or range. */
export function endsOf(interval: readonly number[]): readonly [number, number] {
  const [start = NaN, end = NaN] = interval;
  return [start, end];
}

/** Whether the axis can show a loss. */
export function isShown(loss: number, log: boolean): boolean {
  return Number.isFinite(loss) && (log ? loss > 0 : loss >= 0);
}

/** The largest of 1, 2 or 5 times a power of ten that is below the value. */
function roundedDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([5, 2, 1].find((factor) => factor * power < value) ?? 0.5);
}

/** The smallest of 1, 2 or 5 times a power of ten that is above the value. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([2, 5].find((factor) => factor * power > value) ?? 10);
}
