import type { Point } from '../learning/datasets/dataset.ts';
import type { Samples, Window } from '../learning/samples.ts';
import { classColour, type FigureColours, pageColours } from './colours.ts';
import { markRadius } from './markRadius.ts';
import { MarksPath } from './marks.ts';
import { type Margins, pixelScale, plotMargins, squareSide, tenth } from './plotSquare.ts';

/** The content and the size of the figure. */
export interface SampleMarksOptions {
  /** A set that is left out is not shown. */
  readonly training?: Samples | undefined;
  readonly evaluation?: Samples | undefined;
  readonly window: Window;
  /** Width and height of the whole figure in pixels; `plotMargins` are those of its square. */
  readonly size: number;
  readonly colours?: FigureColours;
  /** Of a sample's mark, in pixels; without it, by the number of samples. */
  readonly radius?: number;
  /** Of the axes around the square, in pixels. */
  readonly fontSize?: number;
}

/** The attributes of a set's marks, by the colour of the class. */
type Look = (
  classColour: string,
  colours: FigureColours,
  radius: number,
) => Readonly<Record<string, string>>;

const filled: Look = (classColour, { paper }, radius) => ({
  fill: classColour,
  stroke: paper,
  'stroke-width': String(Math.min(0.9, radius / 3)),
});

const hollow: Look = (classColour, { paper }) => ({
  fill: paper,
  stroke: classColour,
  'stroke-width': '1.6',
});

/**
 * The samples within the square, without a background: the field lies beneath. Each class has its
 * symbol and its colour; training samples are filled, evaluation samples hollow. Needs no library, so
 * that it is in the first picture; `axesFigure` is what belongs around it.
 */
export function sampleMarks(options: SampleMarksOptions): SVGSVGElement {
  const { training, evaluation, size } = options;
  const count = (training?.labels.length ?? 0) + (evaluation?.labels.length ?? 0);
  const { radius = markRadius(count, squareSide(size, options.fontSize)) } = options;
  const figure = svgElement('svg', { width: String(size), height: String(size) });
  figure.style.overflow = 'visible';
  const look = { ...options, radius };
  if (training) figure.append(marks(training, filled, look));
  if (evaluation) figure.append(marks(evaluation, hollow, look));
  return figure;
}

/** The most paths for a set and class, about. */
const mostBunches = 200;

/**
 * The samples in the window, in their order, so that no class hides another. A path holds one mark
 * of a small set and a bunch of marks of a large one: an element for each of thousands of samples
 * would slow the page down.
 */
function marks(
  { points, labels }: Samples,
  look: Look,
  options: SampleMarksOptions & { readonly radius: number },
): SVGElement {
  const { colours = pageColours, size, radius } = options;
  const margins = plotMargins(options.fontSize);
  const scale = pixelScale(options.window, squareSide(size, options.fontSize));
  const bunchSize = Math.ceil(labels.length / mostBunches);
  const group = svgElement('g', {});
  for (let start = 0; start < labels.length; start += bunchSize) {
    const bunch = new Map<number, MarksPath>();
    for (let i = start; i < Math.min(labels.length, start + bunchSize); i++) {
      const x = tenth(margins.left + scale.x(points[2 * i] ?? NaN));
      const y = tenth(margins.top + scale.y(points[2 * i + 1] ?? NaN));
      if (!isInFrame({ x, y }, size, margins)) continue;
      const label = labels[i] ?? 0;
      const path = bunch.get(label) ?? new MarksPath(radius);
      bunch.set(label, path);
      path.add(label, x, y);
    }
    for (const [label, path] of bunch) {
      const attributes = look(classColour(label, colours), colours, radius);
      group.append(svgElement('path', { d: path.toString(), ...attributes }));
    }
  }
  return group;
}

function svgElement<Name extends 'svg' | 'g' | 'path'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function isInFrame({ x, y }: Point, size: number, margins: Margins): boolean {
  const { left, right, top, bottom } = margins;
  return x >= left && x <= size - right && y >= top && y <= size - bottom;
}
