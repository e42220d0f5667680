import * as Plot from '@observablehq/plot';
import { type FigureColours, pageColours } from './colours.ts';
import { lossLegend } from './lossLegend.ts';
import {
  chartMargins,
  endsOf,
  isShown,
  type LossPoint,
  type LossScaleOptions,
  type LossScales,
  lossScales,
} from './lossScales.ts';
import { epochTicks, lossTicks, type Tick } from './lossTicks.ts';
import { thinPoints } from './thinPoints.ts';

/** How a loss figure looks. */
export interface LossFigureOptions extends LossScaleOptions {
  readonly colours?: FigureColours;
}

/** The options with their defaults. */
type Look = LossFigureOptions & Required<Pick<LossFigureOptions, 'colours' | 'fontSize' | 'log'>>;

/** Points of a line; more could not be told apart. */
const mostPoints = 400;

/** A point of a line, in data units. */
interface CurvePoint {
  readonly epoch: number;
  readonly loss: number;
}

/** A line of the figure: its points, and how it is drawn. */
interface Curve {
  readonly name: string;
  /** Which losses, in words. */
  readonly description: string;
  readonly points: readonly CurvePoint[];
  readonly stroke: string;
  readonly dashes: string;
}

/**
 * Losses against epochs, the evaluation set's line dashed. Losses that the axis cannot show (not
 * finite, or 0 on a logarithmic one) are left out. `lossScales` returns the scales of this figure.
 */
export function lossFigure(
  points: readonly LossPoint[],
  options: LossFigureOptions,
): SVGSVGElement {
  const { width, height, log = false, colours = pageColours, fontSize = 12 } = options;
  const look = { ...options, log, colours, fontSize };
  const scales = lossScales(points, options);
  const margins = chartMargins(fontSize);
  /** Lines grow with the text. */
  const pixels = fontSize / 12;
  const dashes = `${4 * pixels} ${3 * pixels}`;
  const curves = [
    curve('training', points, log, { stroke: colours.ink, dashes: 'none' }),
    curve('evaluation', points, log, { stroke: colours.soft, dashes }),
  ];
  const last = endsOf(scales.x.domain())[1];
  const before = options.before?.filter(({ epoch }) => epoch <= last) ?? [];
  const ghosts = [
    curve('training', before, log, { stroke: colours.edge, dashes: 'none' }),
    curve('evaluation', before, log, { stroke: colours.edge, dashes }),
  ].map((each) => ({ ...each, name: 'before', description: `${each.name} before` }));
  const figure = Plot.plot({
    width,
    height,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    style: { fontSize: `${fontSize}px`, fontVariantNumeric: 'tabular-nums', overflow: 'visible' },
    x: { domain: scales.x.domain(), nice: false, axis: null },
    y: { type: log ? 'log' : 'linear', domain: scales.y.domain(), nice: false, axis: null },
    marks: [
      ...axes(scales, look),
      ...[...ghosts, ...curves.toReversed()].map((each) => line(each, pixels)),
      ...curves.map((each) => end(each, pixels)),
      legend([...curves, ...ghosts], fontSize),
    ],
  });
  return figure as SVGSVGElement;
}

function axes(scales: LossScales, { log, fontSize, colours }: Look): Plot.Markish[] {
  const { soft: fill, hair: stroke } = colours;
  const losses = lossTicks(scales, log, fontSize);
  const epochs = epochTicks(scales, fontSize);
  const values = (ticks: readonly Tick[]) => ticks.map(({ value }) => value);
  const labels = (ticks: readonly Tick[]) => ticks.map(({ label }) => label);
  const below = { frameAnchor: 'bottom', lineAnchor: 'top', dy: 6, fill } as const;
  return [
    Plot.ruleX([0], { stroke }),
    Plot.ruleY(scales.y.domain().slice(0, 1), { stroke }),
    Plot.text(labels(losses), {
      ...{ y: values(losses), frameAnchor: 'left', textAnchor: 'end', dx: -6, fill },
    }),
    Plot.text(labels(epochs.slice(0, -1)), { ...below, x: values(epochs.slice(0, -1)) }),
    Plot.text(labels(epochs.slice(-1)), {
      ...below,
      x: values(epochs.slice(-1)),
      textAnchor: 'end',
    }),
  ];
}

function curve(
  name: 'training' | 'evaluation',
  points: readonly LossPoint[],
  log: boolean,
  style: Pick<Curve, 'stroke' | 'dashes'>,
): Curve {
  const shown = points
    .map((point) => ({ epoch: point.epoch, loss: point[name] }))
    .filter(({ loss }) => isShown(loss, log));
  const epochs = shown.map(({ epoch }) => epoch);
  const heights = shown.map(({ loss }) => (log ? Math.log(loss) : loss));
  const kept = thinPoints(epochs, heights, mostPoints);
  return { name, description: name, points: kept.flatMap((i) => shown[i] ?? []), ...style };
}

function line({ description, points, stroke, dashes }: Curve, pixels: number): Plot.Markish {
  return Plot.line(points, {
    ...{ x: 'epoch', y: 'loss', stroke, strokeWidth: 1.6 * pixels, strokeDasharray: dashes },
    ariaDescription: `${description} loss`,
  });
}

/** A dot where a line ends. */
function end({ stroke, points }: Curve, pixels: number): Plot.Markish {
  return Plot.dot(points.slice(-1), { x: 'epoch', y: 'loss', r: 2.2 * pixels, fill: stroke });
}

function legend(curves: readonly Curve[], fontSize: number): Plot.Markish {
  const shown = curves.filter(({ points }) => points.length > 0);
  const named = shown.filter(({ name }, i) => shown.findIndex((one) => one.name === name) === i);
  return (...[, , , , { document }]) => lossLegend(named, fontSize, document);
}
