import * as Plot from '@observablehq/plot';
import type { Point } from '../learning/datasets/dataset.ts';
import type { Samples, Window } from '../learning/samples.ts';
import { classColour, type FigureColours, pageColours } from './colours.ts';
import { MarksPath } from './marks.ts';
import { type Margins, plotMargins, tenth } from './plotSquare.ts';

/** The content and the size of the figure. */
export interface SamplesFigureOptions {
  /** A set that is left out is not shown. */
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

/** The attributes of a set's marks, by the colour of the class. */
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
 * Samples in their frame, without a background: the field lies beneath. Each class has its symbol
 * and its colour; training samples are filled, evaluation samples hollow.
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
      maxWidth: 'none', // the canvas beneath does not shrink
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

/** The most paths for a set and class, about. */
const mostBunches = 200;

/**
 * The samples in the window, in their order, so that no class hides another. A path holds one mark
 * of a small set and a bunch of marks of a large one: an element for each of thousands of samples
 * would slow the page down.
 */
function dots({ points, labels }: Samples, look: Look, options: SamplesFigureOptions) {
  const { colours = pageColours, size, radius = Math.max(2.8, size / 180) } = options;
  const margins = plotMargins(options.fontSize);
  const bunchSize = Math.ceil(labels.length / mostBunches);
  return Plot.dot(labels, {
    x: points.filter((_, i) => i % 2 === 0),
    y: points.filter((_, i) => i % 2 === 1),
    r: radius,
    render(...[index, , { x = [], y = [] }, , { document }]) {
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      for (let start = 0; start < index.length; start += bunchSize) {
        const bunch = new Map<number, MarksPath>();
        for (const i of index.slice(start, start + bunchSize)) {
          const place = { x: tenth(Number(x[i])), y: tenth(Number(y[i])) };
          if (!isInFrame(place, size, margins)) continue;
          const label = labels[i] ?? 0;
          const path = bunch.get(label) ?? new MarksPath(radius);
          bunch.set(label, path);
          path.add(label, place.x, place.y);
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

function pathElement(
  path: MarksPath,
  attributes: Readonly<Record<string, string>>,
  document: Document,
): SVGPathElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('d', path.toString());
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function isInFrame({ x, y }: Point, size: number, margins: Margins): boolean {
  const { left, right, top, bottom } = margins;
  return x >= left && x <= size - right && y >= top && y <= size - bottom;
}
