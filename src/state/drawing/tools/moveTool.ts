import { nearestSample } from '../nearestSample.ts';
import { nonePicked, picked } from '../picked.ts';
import { carrying } from './carrying.ts';
import type { Tool } from './tool.ts';

export const moveTool: Tool = {
  name: 'move',
  label: 'move',
  does: 'Drags the nearest sample, or all that are selected.',
  icon: 'M10 2v16M2 10h16M7.5 4.5 10 2l2.5 2.5M7.5 15.5 10 18l2.5-2.5M4.5 7.5 2 10l2.5 2.5M15.5 7.5 18 10l-2.5 2.5',
  begin(bench, { place, reach }) {
    const sample = nearestSample(bench.shown, place, reach);
    if (!sample) return carrying(bench, place, nonePicked);
    const isSelected = bench.selected[sample.set].has(sample.index);
    return carrying(bench, place, isSelected ? bench.selected : picked([sample]));
  },
};
