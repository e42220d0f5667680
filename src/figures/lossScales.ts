import { extent, scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';

/** The losses of both sets at one moment; NaN where there is none. */
export interface LossPoint {
  /** With the fraction of the running one. */
  readonly epoch: number;
  readonly training: number;
  readonly evaluation: number;
}

/** How large a loss figure is and what its axes show. */
export interface LossScaleOptions {
  readonly width: number;
  readonly height: number;
  /** Epochs that the axis reaches at least: those planned. */
  readonly epochs?: number;
  /** Whether losses stand on a logarithmic axis. */
  readonly log?: boolean;
}

/** From epochs and losses to pixels of the figure, and back with `invert`. */
export interface LossScales {
  readonly x: ScaleContinuousNumeric<number, number>;
  readonly y: ScaleContinuousNumeric<number, number>;
}

/** Pixels between the edges of the figure and its axes; a name may stand in the upper margin. */
export const lossMargins = { left: 40, right: 12, top: 20, bottom: 24 };

export function lossScales(points: readonly LossPoint[], options: LossScaleOptions): LossScales {
  const { width, height, epochs = 0, log = false } = options;
  const end = Math.max(epochs, points.at(-1)?.epoch ?? 0) || 1;
  const x = scaleLinear([0, end], [lossMargins.left, width - lossMargins.right]);
  const range = [height - lossMargins.bottom, lossMargins.top];
  const losses = points.flatMap(({ training, evaluation }) => [training, evaluation]);
  const shown = losses.filter((loss) => isShown(loss, log));
  const [lowest = log ? 0.1 : 0, highest = 1] = extent(shown);
  const y = log
    ? scaleLog([roundedDown(lowest), roundedUp(highest)], range)
    : scaleLinear([0, highest || 1], range).nice(4);
  return { x, y };
}

/** Whether a loss has a place on the axis. */
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
