import type { Point } from '../../../learning/datasets/dataset.ts';
import { samplesWithin } from '../hits.ts';
import { picked } from '../picked.ts';
import type { Tool } from './tool.ts';

/** Selects what is in a rectangle between two places, for keys: they draw no line around samples. */
export const rectangleTool: Pick<Tool, 'begin'> = {
  begin(bench, { place: from }) {
    let to: Point = from;
    const outline = () => [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
    return {
      extend: (way) => (to = way.at(-1) ?? to),
      get preview() {
        return { outline: outline() };
      },
      end: () => bench.select(picked(samplesWithin(bench.shown, outline()))),
    };
  },
};
