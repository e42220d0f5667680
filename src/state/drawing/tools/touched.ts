import type { Point } from '../../../learning/datasets/dataset.ts';
import { samplesAlong } from '../hits.ts';
import { nearestSample } from '../nearestSample.ts';
import { picked, type Picked, type SampleIndex } from '../picked.ts';
import { sampleAt } from '../sampleEdits.ts';
import type { StrokeStart, ToolBench } from './tool.ts';

/** A stroke hits what is within this part of the reach of a tap, so that it hits what it goes over. */
const brush = 0.5;

/** The samples that a stroke touches: the nearest to where it begins, and all that it goes over. */
export function touched({ sets, shown }: ToolBench, { place, reach }: StrokeStart) {
  const found = new Map<string, SampleIndex>();
  const note = (sample: SampleIndex) => found.set(`${sample.set} ${sample.index}`, sample);
  const first = nearestSample(shown, place, reach);
  if (first) note(first);
  let last = place;
  return {
    extend(way: readonly Point[]): void {
      for (const next of way) {
        for (const sample of samplesAlong(shown, [last, next], brush * reach)) note(sample);
        last = next;
      }
    },
    get samples() {
      return Array.from(found.values(), ({ set, index }) => sampleAt(sets[set], index));
    },
    get picked(): Picked {
      return picked(found.values());
    },
  };
}
