import { datasetNamed } from '../../learning/datasets/datasets.ts';
import type { Window } from '../../learning/samples.ts';
import type { OwnSource, SampleSource } from '../../learning/sampleSource.ts';
import type { SampleSets } from '../../training/protocol/commands.ts';

const mark = ', edited';

/** The source with these samples in place of its own: "Moon, edited", in the window of before. */
export function editedSource(source: SampleSource, samples: SampleSets, window: Window): OwnSource {
  if (source.kind === 'recipe') {
    const name = datasetNamed(source.recipe.set).label + mark;
    return { kind: 'own', name, samples, window, edited: source.recipe };
  }
  const name = source.name.endsWith(mark) ? source.name : source.name + mark;
  return { ...source, name, samples, window };
}
