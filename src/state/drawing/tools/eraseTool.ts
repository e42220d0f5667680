import type { Tool } from './tool.ts';
import { touched } from './touched.ts';

export const eraseTool: Tool = {
  name: 'erase',
  label: 'erase',
  does: 'A tap erases the nearest sample, a stroke all that it goes over.',
  icon: 'M8 16h9M4 12l7-8 5 4.5-7 7.5H6.5z',
  begin(bench, start) {
    const gone = touched(bench, start);
    return {
      extend: (way) => gone.extend(way),
      get preview() {
        return { crossed: gone.samples };
      },
      end: () => bench.erase(gone.picked),
    };
  },
};
