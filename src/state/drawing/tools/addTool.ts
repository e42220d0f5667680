import type { Point } from '../../../learning/datasets/dataset.ts';
import { alongWay } from './alongWay.ts';
import type { Tool } from './tool.ts';

export const addTool: Tool = {
  name: 'add',
  label: 'add',
  does: 'A tap adds a sample, a stroke a row of them.',
  icon: 'M10 4v12M4 10h12',
  begin(bench, { place, reach }) {
    const { label } = bench;
    const places: Point[] = [place];
    const trail = alongWay(place, reach);
    return {
      extend: (way) => places.push(...trail(way)),
      get preview() {
        return { marks: places.map(({ x, y }) => ({ x, y, label })) };
      },
      end: () => bench.add(places.map(({ x, y }) => ({ x, y, label }))),
    };
  },
};
