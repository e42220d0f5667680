import * as Plot from '@observablehq/plot';
import type { Window } from '../learning/samples.ts';
import { type FigureColours, pageColours } from './colours.ts';
import { plotMargins } from './plotSquare.ts';

/** What the axes show, and the size of the figure. */
export interface AxesFigureOptions {
  readonly window: Window;
  /** Width and height of the whole figure in pixels; `plotMargins` are those of its square. */
  readonly size: number;
  readonly colours?: Pick<FigureColours, 'soft' | 'hair'>;
  /** In pixels. */
  readonly fontSize?: number;
}

/** The frame of the plane and the numbers along it, without a background: the field lies beneath. */
export function axesFigure(options: AxesFigureOptions): SVGSVGElement {
  const { window, size, colours = pageColours, fontSize = 13 } = options;
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
    marks: [Plot.frame({ stroke: colours.hair }), Plot.axisX(axis), Plot.axisY(axis)],
  });
  return figure as SVGSVGElement;
}
