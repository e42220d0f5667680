import { expect, test } from 'vitest';
import { articleConfiguration, articleRecipe } from '../../../src/learning/configuration.ts';
import { datasets } from '../../../src/learning/datasets/datasets.ts';
import { withUpdater } from '../../../src/learning/settings/withUpdater.ts';
import { wishes, withRecipe } from '../../../src/learning/settings/wishes.ts';
import type { RecipeExperiment } from '../../../src/learning/settings/wishes.ts';

const article: RecipeExperiment = { recipe: articleRecipe, configuration: articleConfiguration };

/** What the data set wants otherwise, by key. */
const open = (experiment: RecipeExperiment) =>
  wishes.filter(({ isGranted }) => !isGranted(experiment)).map(({ key }) => key);

/** The experiment with each of these settings changed. */
const touched: Readonly<Record<string, RecipeExperiment>> = {
  training: { ...article, recipe: { ...articleRecipe, training: 30 } },
  evaluation: { ...article, recipe: { ...articleRecipe, evaluation: 0 } },
  noise: { ...article, recipe: { ...articleRecipe, noise: 0.31 } },
  balance: { ...article, recipe: { ...articleRecipe, balance: 0.2 } },
  'label-noise': { ...article, recipe: { ...articleRecipe, labelNoise: 0.2 } },
  outliers: { ...article, recipe: { ...articleRecipe, outliers: 0.2 } },
  hidden: changed({
    network: { ...articleConfiguration.network, hidden: [{ units: 3, activation: 'tanh' }] },
  }),
  rate: changed({ training: { ...articleConfiguration.training, rate: 0.5 } }),
  updater: changed({ training: withUpdater(articleConfiguration.training, 'adam') }),
  epochs: changed({ stopping: { ...articleConfiguration.stopping, epochs: 7 } }),
};

function changed(change: Partial<RecipeExperiment['configuration']>): RecipeExperiment {
  return { ...article, configuration: { ...articleConfiguration, ...change } };
}

test('the article’s experiment is as its data set wants it', () => {
  expect(open(article)).toEqual([]);
});

test.each(datasets)('$name: what nobody has changed is as the set wants it', ({ name }) => {
  const there = withRecipe(article, name);
  expect(open(there)).toEqual([]);
  expect(withRecipe(there, 'linear')).toEqual(article);
});

test('each setting follows by itself', () => {
  expect(Object.keys(touched).sort()).toEqual(wishes.map(({ key }) => key).sort());
  for (const [key, experiment] of Object.entries(touched)) {
    expect(open(experiment)).toEqual([key]);
    const there = withRecipe(experiment, 'rings');
    expect(open(there)).toEqual([key]);
    // What was changed is as it was.
    expect(withRecipe(there, 'linear')).toEqual(experiment);
  }
});

test('a wish that is granted is no longer open, and changes nothing else', () => {
  for (const [key, experiment] of Object.entries(touched)) {
    const granted = wishes.find((each) => each.key === key)?.grant(experiment);
    expect(granted && { ...granted, configuration: untanh(granted) }).toEqual(article);
  }
});

/** The activation is no wish of a data set: it stays. */
function untanh({ configuration }: RecipeExperiment): RecipeExperiment['configuration'] {
  const { network } = configuration;
  const hidden = network.hidden.map((layer) => ({ ...layer, activation: 'relu' }));
  return { ...configuration, network: { ...network, hidden } };
}

test('a rate that was chosen stays on another data set; with another updater, its own is wanted', () => {
  const { training } = articleConfiguration;
  const own = changed({ training: { ...withUpdater(training, 'adam'), rate: 0.3 } });
  expect(open(own)).toEqual(['updater', 'rate']);
  expect(withRecipe(own, 'moon').configuration.training.rate).toBe(0.3);
  const rate = wishes.find(({ key }) => key === 'rate');
  expect(rate?.wanted(own)).toBe('0.01');
});

test('layers that are added have the activation of the last one', () => {
  const tanh = changed({
    network: { ...articleConfiguration.network, hidden: [{ units: 20, activation: 'tanh' }] },
  });
  expect(withRecipe(tanh, 'rings').configuration.network.hidden).toEqual([
    { units: 20, activation: 'tanh' },
    { units: 10, activation: 'tanh' },
  ]);
});

test('nothing is frozen in a network that has other units than the one before', () => {
  const { training } = articleConfiguration;
  const frozen = changed({ training: { ...training, frozen: [100], cut: [3] } });
  const same = withRecipe(frozen, 'moon');
  const other = withRecipe(frozen, 'rings');
  const sizes = ({ configuration }: RecipeExperiment) =>
    configuration.network.hidden.map(({ units }) => units);
  expect(sizes(other)).not.toEqual(sizes(frozen));
  expect(other.configuration.training).toMatchObject({ frozen: [], cut: [] });
  expect(sizes(same)).toEqual(sizes(frozen));
  expect(same.configuration.training).toMatchObject({ frozen: [100], cut: [3] });
});
