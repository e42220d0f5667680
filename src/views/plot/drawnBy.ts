import type { PlotZoom } from '../../state/plot/plotZoom.svelte.ts';

/** What draws in the plot. */
export interface DrawnBy {
  /** Whether one pointer draws; else it reads, and a mouse drags the view. */
  readonly draws: boolean;
  /** Whether a pen is on the screen: fingers only rest beside it. */
  readonly penDown: boolean;
}

/** A view that pointers move. */
export interface MovedView {
  readonly zoom: PlotZoom;
  readonly onmove: () => void;
  readonly hand: DrawnBy;
}
