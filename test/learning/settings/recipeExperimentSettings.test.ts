import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleConfiguration, articleRecipe } from '../../../src/learning/configuration.ts';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { recipeExperimentSettings } from '../../../src/learning/settings/recipeExperimentSettings.ts';
import { recipeFields } from '../../../src/learning/settings/recipeFields.ts';
import type { RecipeExperiment } from '../../../src/learning/settings/wishes.ts';
import { anyConfiguration, anyName, anyNumber } from '../../support/anyConfiguration.ts';

const { training, evaluation, seed, noise, balance, labelNoise, outliers } = recipeFields;

const anyExperiment = fc.record({
  recipe: fc.record({
    set: anyName(datasets),
    training: anyNumber(training),
    evaluation: anyNumber(evaluation),
    seed: anyNumber(seed),
    noise: anyNumber(noise),
    balance: anyNumber(balance),
    labelNoise: anyNumber(labelNoise),
    outliers: anyNumber(outliers),
  }),
  configuration: anyConfiguration,
});

it('read in order, the texts of any experiment give its recipe back', () => {
  const article: RecipeExperiment = { recipe: articleRecipe, configuration: articleConfiguration };
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const read = recipeExperimentSettings.reduce((whole, setting) => {
        const text = setting.write(experiment);
        return text === undefined ? whole : setting.read(text, whole);
      }, article);
      expect(read.recipe).toEqual(experiment.recipe);
      expect(read.configuration.network).toEqual(experiment.configuration.network);
      expect(read.configuration.stopping).toEqual(experiment.configuration.stopping);
    }),
    { seed: 3, numRuns: 300 },
  );
});
