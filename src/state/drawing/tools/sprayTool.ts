import type { Point } from '../../../learning/datasets/dataset.ts';
import { combineSeeds, createRandom } from '../../../learning/random.ts';
import { alongWay } from './alongWay.ts';
import type { Tool } from './tool.ts';

/** Samples where it begins, and after each step of the way. */
const first = 8;
const more = 3;

/** Standard deviation of the cloud, and length of a step, in reaches. */
const scatter = 0.9;
const step = 0.8;

export const sprayTool: Tool = {
  name: 'spray',
  label: 'spray',
  does: 'Sprays a cloud of samples.',
  icon: 'M5 4v.1M9 3v.1M4 8v.1M8 7v.1M6 12v.1M10 11.5v.1M12 6v.1M13 10v.1M9 15.5v.1M14 14v.1M16 8v.1',
  begin(bench, { place, reach }) {
    const { label, sets } = bench;
    // Another cloud at each place, and the same again for the same samples.
    const random = createRandom(combineSeeds(sets.training.labels.length, label));
    const cloud = (middle: Point, count: number) =>
      Array.from({ length: count }, () => ({
        x: middle.x + scatter * reach * random.normal(),
        y: middle.y + scatter * reach * random.normal(),
        label,
      }));
    const marks = cloud(place, first);
    const trail = alongWay(place, step * reach);
    return {
      extend(way) {
        for (const middle of trail(way)) marks.push(...cloud(middle, more));
      },
      get preview() {
        return { marks };
      },
      end: () => bench.add(marks),
    };
  },
};
