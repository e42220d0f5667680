import type { Point } from '../../learning/datasets/dataset.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSets } from '../../training/protocol/commands.ts';
import type { Picked } from './picked.ts';
import { added, sampleAt, without } from './sampleEdits.ts';

/** Samples after an edit, and which of them are selected then. */
export interface SelectionEdit {
  readonly sets: SampleSets;
  readonly selected: Picked;
}

/** Leaves out every second one of what is selected; the others stay selected. */
export function thinned(sets: SampleSets, selected: Picked): SelectionEdit {
  return forBoth((set) => {
    const gone = new Set(Array.from(selected[set]).filter((_, i) => i % 2 === 1));
    const kept = Array.from(sets[set].labels.keys()).filter((index) => !gone.has(index));
    const left = Array.from(kept.keys()).filter((i) => selected[set].has(kept[i] ?? NaN));
    return { samples: gone.size > 0 ? without(sets[set], gone) : sets[set], left };
  });
}

/** Adds copies of what is selected, so far away, and selects those. */
export function duplicated(sets: SampleSets, selected: Picked, by: Point): SelectionEdit {
  return forBoth((set) => {
    const copies = Array.from(selected[set], (index) => {
      const { x, y, label } = sampleAt(sets[set], index);
      return { x: x + by.x, y: y + by.y, label };
    });
    const { length } = sets[set].labels;
    return {
      samples: copies.length > 0 ? added(sets[set], copies) : sets[set],
      left: copies.map((_, i) => length + i),
    };
  });
}

function forBoth(
  edit: (set: SetName) => { samples: SampleSets[SetName]; left: readonly number[] },
): SelectionEdit {
  const [training, evaluation] = [edit('training'), edit('evaluation')];
  return {
    sets: { training: training.samples, evaluation: evaluation.samples },
    selected: { training: new Set(training.left), evaluation: new Set(evaluation.left) },
  };
}
