import type { Point } from '../../../learning/datasets/dataset.ts';
import { allPicked, type Picked } from '../picked.ts';
import { sampleAt } from '../sampleEdits.ts';
import type { Stroke, ToolBench } from './tool.ts';

/** A stroke that takes samples along, by as much as the pointer moves. */
export function carrying(bench: ToolBench, from: Point, which: Picked): Stroke {
  const { sets } = bench;
  const before = allPicked(which).map(({ set, index }) => sampleAt(sets[set], index));
  let by: Point = { x: 0, y: 0 };
  return {
    extend(way) {
      const to = way.at(-1) ?? from;
      by = { x: to.x - from.x, y: to.y - from.y };
    },
    get preview() {
      const marks = before.map(({ x, y, label }) => ({ x: x + by.x, y: y + by.y, label }));
      return { marks, crossed: by.x === 0 && by.y === 0 ? [] : before };
    },
    end() {
      if (by.x !== 0 || by.y !== 0) bench.move(which, by);
    },
  };
}
