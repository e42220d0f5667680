import * as Plot from '@observablehq/plot';
import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3';
import type { Point } from '../learning/datasets/dataset.ts';
import type { Samples, Window } from '../learning/samples.ts';
import { type FigureColours, pageColours } from './colours.ts';
import { frameMargins } from './plotSquare.ts';

/** What is shown, and how large. */
export interface SamplesFigureOptions {
  /** Sets that are not given are not shown. */
  readonly training?: Samples | undefined;
  readonly evaluation?: Samples | undefined;
  readonly window: Window;
  /** Width and height of the whole figure in pixels; see `frameMargins`. */
  readonly size: number;
  readonly colours?: FigureColours;
  /** Of a sample's mark, in pixels. */
  readonly radius?: number;
  readonly fontSize?: number;
}

const symbols = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolWye,
] as const;

/** How the marks of one set look, by the colour of the class. */
type Look = (classColour: string, colours: FigureColours) => Readonly<Record<string, string>>;

const filled: Look = (classColour, { paper }) => ({
  fill: classColour,
  stroke: paper,
  'stroke-width': '0.9',
});

const hollow: Look = (classColour, { paper }) => ({
  fill: paper,
  stroke: classColour,
  'stroke-width': '1.6',
});

/**
 * Samples in their frame, on nothing: the field lies beneath. Class 0 is a circle in red, class 1 a
 * square in blue; training samples are filled, evaluation samples hollow.
 */
export function samplesFigure(options: SamplesFigureOptions): SVGSVGElement {
  const { training, evaluation, window, size, colours = pageColours, fontSize = 13 } = options;
  const axis = { color: colours.soft, label: null, tickSize: 4, tickPadding: 5, ticks: 6 };
  const figure = Plot.plot({
    width: size,
    height: size,
    marginLeft: frameMargins.left,
    marginRight: frameMargins.right,
    marginTop: frameMargins.top,
    marginBottom: frameMargins.bottom,
    style: {
      fontSize: `${fontSize}px`,
      fontVariantNumeric: 'tabular-nums',
      overflow: 'visible',
      maxWidth: 'none', // the canvas beneath does not shrink either
    },
    x: { domain: [window.left, window.right], nice: false },
    y: { domain: [window.bottom, window.top], nice: false },
    marks: [
      Plot.frame({ stroke: colours.hair }),
      Plot.axisX(axis),
      Plot.axisY(axis),
      training && dots(training, filled, options),
      evaluation && dots(evaluation, hollow, options),
    ],
  });
  return figure as SVGSVGElement;
}

/**
 * One mark per sample in the window, in the order of the samples, so that no class hides the other.
 * Copies of one element per class come several times as fast as Plot's own dots: thousands of
 * samples must not hold up the page.
 */
function dots({ points, labels }: Samples, look: Look, options: SamplesFigureOptions) {
  const { colours = pageColours, size, radius = Math.max(2.8, size / 180) } = options;
  const drawn = new Map<number, SVGElement>();
  const patternOf = (label: number, document: Document) => {
    const known = drawn.get(label);
    if (known) return known;
    const fresh = pattern(label, radius, document);
    const attributes = look(classColour(label, colours), colours);
    for (const [name, value] of Object.entries(attributes)) fresh.setAttribute(name, value);
    drawn.set(label, fresh);
    return fresh;
  };
  return Plot.dot(labels, {
    x: points.filter((_, i) => i % 2 === 0),
    y: points.filter((_, i) => i % 2 === 1),
    r: radius,
    render(...[index, , { x = [], y = [] }, , { document }]) {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      for (const i of index) {
        const place = { x: Number(x[i]), y: Number(y[i]) };
        if (!isInFrame(place, size)) continue;
        const mark = patternOf(labels[i], document).cloneNode() as SVGElement;
        mark.setAttribute('transform', `translate(${place.x.toFixed(1)},${place.y.toFixed(1)})`);
        group.append(mark);
      }
      return group;
    },
  });
}

function pattern(label: number, radius: number, document: Document): SVGElement {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  const shape = symbol(symbols[label % symbols.length], Math.PI * radius ** 2);
  path.setAttribute('d', shape() ?? '');
  return path;
}

function classColour(label: number, { red, blue, ink }: FigureColours): string {
  return [red, blue][label] ?? ink;
}

function isInFrame({ x, y }: Point, size: number): boolean {
  const { left, right, top, bottom } = frameMargins;
  return x >= left && x <= size - right && y >= top && y <= size - bottom;
}
