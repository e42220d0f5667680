import { articleConfiguration, articleRecipe } from '../../src/learning/configuration.ts';
import { makeSampleSets } from '../../src/learning/datasets/makeSampleSets.ts';
import type { StartCommand } from '../../src/training/protocol/commands.ts';
import type { FieldWatch, Watch } from '../../src/training/protocol/watches.ts';

/** The field of class 1, in few cells, because most tests do not look. */
export const articleField: FieldWatch = {
  id: 'field',
  kind: 'field',
  class: 1,
  rate: Infinity,
  window: { left: -0.2, right: 1.2, bottom: -0.4, top: 1 },
  resolution: 4,
  restResolution: 8,
};

/** The field and both sets. */
export const articleWatches: readonly Watch[] = [
  articleField,
  { id: 'training', kind: 'probabilities', set: 'training', rate: Infinity },
  { id: 'evaluation', kind: 'probabilities', set: 'evaluation', rate: Infinity },
];

/** The article's run, on 'simd', at full speed. */
export const articleStart: Omit<StartCommand, 'kind'> = {
  configuration: articleConfiguration,
  samples: makeSampleSets(articleRecipe),
  samplesVersion: 1,
  engine: 'simd',
  stepsPerFrame: Infinity,
  watches: articleWatches,
};

/** The article's run without stop rules. */
export const endlessStart: Omit<StartCommand, 'kind'> = {
  ...articleStart,
  configuration: {
    ...articleConfiguration,
    stopping: { epochs: 0, loss: 0, accuracy: 0, plateau: 0 },
  },
};
