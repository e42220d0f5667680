import type { Point } from '../../../learning/datasets/dataset.ts';
import { samplesWithin } from '../hits.ts';
import { nearestSample } from '../nearestSample.ts';
import { picked } from '../picked.ts';
import { carrying } from './carrying.ts';
import type { Tool } from './tool.ts';

export const lassoTool: Tool = {
  name: 'select',
  label: 'select',
  does: 'A line around samples selects them; what is selected can be dragged.',
  icon: 'M10 3c4.5 0 7.5 2 7.5 5s-3 5-7.5 5-7.5-2-7.5-5 3-5 7.5-5M6 12.5c-1 1.5 0 2.5 1 2.5s2 2 0 3',
  begin(bench, { place, reach }) {
    const sample = nearestSample(bench.shown, place, reach);
    if (sample && bench.selected[sample.set].has(sample.index)) {
      return carrying(bench, place, bench.selected);
    }
    const outline: Point[] = [place];
    return {
      extend: (way) => outline.push(...way),
      get preview() {
        return { outline };
      },
      end: () => bench.select(picked(samplesWithin(bench.shown, outline))),
    };
  },
};
