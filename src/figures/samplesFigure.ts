import * as Plot from '@observablehq/plot';
import {
  type Path,
  pathRound,
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
import { type Margins, plotMargins } from './plotSquare.ts';

/** What is shown, and how large. */
export interface SamplesFigureOptions {
  /** Sets that are not given are not shown. */
  readonly training?: Samples | undefined;
  readonly evaluation?: Samples | undefined;
  readonly window: Window;
  /** Width and height of the whole figure in pixels; `plotMargins` are those of its square. */
  readonly size: number;
  readonly colours?: FigureColours;
  /** Of a sample's mark, in pixels. */
  readonly radius?: number;
  /** In pixels. */
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
  const margins = plotMargins(fontSize);
  const axis = { color: colours.soft, label: null, tickSize: 4, tickPadding: 5, ticks: 6 };
  const figure = Plot.plot({
    width: size,
    height: size,
    marginLeft: margins.left,
    marginRight: margins.right,
    marginTop: margins.top,
    marginBottom: margins.bottom,
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

/** So many paths per set and class at the most, about. */
const mostBunches = 200;

/**
 * The samples in the window, in their order, so that no class hides the other. A path holds one mark
 * in small sets and a bunch of them in large ones: an element for each of thousands of samples would
 * hold up the page.
 */
function dots({ points, labels }: Samples, look: Look, options: SamplesFigureOptions) {
  const { colours = pageColours, size } = options;
  const margins = plotMargins(options.fontSize);
  // Whole tenths, as the path keeps them: a circle a little too small for its arcs is none.
  const radius = tenths(options.radius ?? Math.max(2.8, size / 180));
  const bunchSize = Math.ceil(labels.length / mostBunches);
  return Plot.dot(labels, {
    x: points.filter((_, i) => i % 2 === 0),
    y: points.filter((_, i) => i % 2 === 1),
    r: radius,
    render(...[index, , { x = [], y = [] }, , { document }]) {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      for (let start = 0; start < index.length; start += bunchSize) {
        const bunch = new Map<number, Path>();
        for (const i of index.slice(start, start + bunchSize)) {
          const place = { x: tenths(Number(x[i])), y: tenths(Number(y[i])) };
          if (!isInFrame(place, size, margins)) continue;
          const path = bunch.get(labels[i]) ?? pathRound(1);
          bunch.set(labels[i], path);
          drawMark(path, labels[i], place, radius);
        }
        for (const [label, path] of bunch) {
          const attributes = look(classColour(label, colours), colours);
          group.append(pathElement(path, attributes, document));
        }
      }
      return group;
    },
  });
}

function tenths(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

/** Adds the symbol of a class to a path, around that place. */
function drawMark(path: Path, label: number, { x, y }: Point, radius: number): void {
  const around = {
    moveTo: (right: number, down: number) => path.moveTo(x + right, y + down),
    lineTo: (right: number, down: number) => path.lineTo(x + right, y + down),
    rect: (right: number, down: number, width: number, height: number) =>
      path.rect(x + right, y + down, width, height),
    arc: (...[right, down, arcRadius, start, end]: Parameters<Path['arc']>) =>
      path.arc(x + right, y + down, arcRadius, start, end),
    closePath: () => path.closePath(),
  };
  // d3's symbols call no more of a canvas than this.
  symbols[label % symbols.length].draw(around as CanvasPath, Math.PI * radius ** 2);
}

function pathElement(
  path: Path,
  attributes: Readonly<Record<string, string>>,
  document: Document,
): SVGPathElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('d', path.toString());
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function classColour(label: number, { red, blue, ink }: FigureColours): string {
  return [red, blue][label] ?? ink;
}

function isInFrame({ x, y }: Point, size: number, margins: Margins): boolean {
  const { left, right, top, bottom } = margins;
  return x >= left && x <= size - right && y >= top && y <= size - bottom;
}
