import { nextClass } from '../nextClass.ts';
import type { Tool } from './tool.ts';
import { touched } from './touched.ts';

export const flipTool: Tool = {
  name: 'flip',
  label: 'flip',
  does: 'A tap gives the nearest sample the next class, a stroke all that it goes over.',
  icon: 'M4 7h11l-3.5-3.5M16 13H5l3.5 3.5',
  begin(bench, start) {
    const flipped = touched(bench, start);
    return {
      extend: (way) => flipped.extend(way),
      get preview() {
        const marks = flipped.samples.map((sample) => ({
          ...sample,
          label: nextClass(sample.label, bench.classes),
        }));
        return { marks };
      },
      end: () => bench.flip(flipped.picked),
    };
  },
};
