import * as Plot from '@observablehq/plot';
import { type FigureColours, pageColours } from './colours.ts';
import { lossLegend } from './lossLegend.ts';
import { plotMargins } from './plotSquare.ts';
import { thinPoints } from './thinPoints.ts';

/** A line of shares from 0 to 1, one entry for each threshold. */
export interface RateLine {
  /** Of the set, as the legend has it. */
  readonly name: string;
  readonly across: ArrayLike<number>;
  readonly up: ArrayLike<number>;
  /** Where the threshold that is used lies on it. */
  readonly now?: { readonly across: number; readonly up: number };
}

/** What a rate figure shows, and its size. */
export interface RateFigureOptions {
  /** The first is drawn solid, the others dashed. */
  readonly lines: readonly RateLine[];
  /** What the axes are called. */
  readonly across: string;
  readonly up: string;
  /** What a model without any knowledge would give: the diagonal, a level from 0 to 1, or nothing. */
  readonly chance: 'diagonal' | number;
  /** Whether a share holds from one threshold to the next, instead of what lies between two of them. */
  readonly stepped?: boolean;
  /** Width and height in pixels. */
  readonly size: number;
  readonly colours?: FigureColours;
  /** In pixels. */
  readonly fontSize?: number;
}

/** Points of a line; more could not be told apart. */
const mostPoints = 400;

/** Two shares against each other over all thresholds: a ROC curve, or precision against recall. */
export function rateFigure(options: RateFigureOptions): SVGSVGElement {
  const { lines, size, chance, stepped, colours = pageColours, fontSize = 12 } = options;
  const { ink, soft, hair, edge, paper } = colours;
  const margins = plotMargins(fontSize);
  const pixels = fontSize / 12;
  const drawn = lines.map((line, i) => ({
    ...line,
    stroke: i === 0 ? ink : soft,
    dashes: i === 0 ? 'none' : `${4 * pixels} ${3 * pixels}`,
  }));
  const axis = { color: soft, label: null, tickSize: 4, ticks: 5, tickFormat: '.1~f' };
  const figure = Plot.plot({
    width: size,
    height: size,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: 1.8 * fontSize,
    marginBottom: margins.bottom,
    style: { fontSize: `${fontSize}px`, fontVariantNumeric: 'tabular-nums', overflow: 'visible' },
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [
      Plot.frame({ stroke: hair }),
      Plot.axisX(axis),
      Plot.axisY(axis),
      Plot.text([options.across], { frameAnchor: 'bottom', dy: 2.5 * fontSize, fill: soft }),
      Plot.text([options.up], {
        ...{ frameAnchor: 'left', dx: -2.5 * fontSize, rotate: -90, fill: soft },
      }),
      Plot.line(chance === 'diagonal' ? [0, 1] : [chance, chance], {
        ...{ x: [0, 1], y: (value: number) => value, stroke: edge, strokeDasharray: '1 3' },
        ariaDescription: 'chance',
      }),
      ...drawn.toReversed().map(({ name, across, up, stroke, dashes }) => {
        const kept = thinned(across, up);
        return Plot.line(kept, {
          ...{ x: (i: number) => across[i], y: (i: number) => up[i], stroke },
          ...{ strokeWidth: 1.6 * pixels, strokeDasharray: dashes, ariaDescription: name },
          curve: stepped ? 'step-before' : 'linear',
        });
      }),
      ...drawn.map(({ now, stroke }) =>
        Plot.dot(now ? [now] : [], {
          ...{ x: 'across', y: 'up', r: 4 * pixels, fill: stroke },
          ...{ stroke: paper, strokeWidth: 1.5 * pixels },
        }),
      ),
      (...[, , , , { document }]) => lossLegend(drawn, fontSize, document),
    ],
  });
  return figure as SVGSVGElement;
}

/** The indices that a line needs; of none where a share is unknown. */
function thinned(across: ArrayLike<number>, up: ArrayLike<number>): readonly number[] {
  const [xs, ys] = [Array.from(across), Array.from(up)];
  if (![...xs, ...ys].every(Number.isFinite)) return [];
  return thinPoints(xs, ys, mostPoints);
}
