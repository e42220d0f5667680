import { describe, expect, it } from 'vitest';
import { readTrainOptions, trainHelp } from '../../src/cli/trainOptions.ts';
import { articleConfiguration } from '../../src/learning/configuration.ts';
import { recipeExperimentSettings } from '../../src/learning/settings/recipeExperimentSettings.ts';
import { updaters } from '../../src/learning/updaters/updaters.ts';

const read = (...words: string[]) => readTrainOptions(['a.csv', ...words]);

describe('readTrainOptions', () => {
  it('gives the article’s configuration unless told otherwise', () => {
    const { network, training, stopping } = articleConfiguration;
    const { features, hidden, initializer, seed } = network;
    expect(read()).toEqual({
      trainingFile: 'a.csv',
      evaluationFile: undefined,
      recipe: undefined,
      file: { choice: {}, skipIncomplete: false, share: 0 },
      scaling: 'none',
      network: { features, hidden, initializer, seed },
      training,
      stopping,
      saveFolder: undefined,
      predictionsFile: undefined,
      json: false,
    });
  });

  it('takes every option', () => {
    const words =
      '--eval b.csv --label class --columns 3,x --separator tab --decimal comma --header no ' +
      '--incomplete skip --scale standard --hidden 8,4 --activation tanh --features x,y,xy --init he --seed 7 ' +
      '--updater adamw --rate 0.3 --beta1 0.8 --weight-decay 0.02 --schedule step ' +
      '--schedule-every 5 --batch 10 --epochs 3 --l1 0.1 --l2 0.2 --dropout 0,5 --clipping 2 ' +
      '--frozen 3,17-18 --cut 0 ' +
      '--stop-loss 0.1 --stop-accuracy 0.9 --plateau 5 ' +
      '--save out --predictions p.csv --json';
    expect(read(...words.split(' '))).toEqual({
      trainingFile: 'a.csv',
      evaluationFile: 'b.csv',
      recipe: undefined,
      file: {
        choice: {
          separator: 'tab',
          decimal: ',',
          header: false,
          label: 'class',
          columns: ['3', 'x'],
        },
        skipIncomplete: true,
        share: 0,
      },
      scaling: 'standard',
      network: {
        features: ['x', 'y', 'xy'],
        hidden: [
          { units: 8, activation: 'tanh' },
          { units: 4, activation: 'tanh' },
        ],
        initializer: 'he',
        seed: 7,
      },
      training: {
        updater: 'adamw',
        hyperparameters: { beta1: 0.8, beta2: 0.999, epsilon: 1e-7, weightDecay: 0.02 },
        rate: 0.3,
        schedule: 'step',
        scheduleHyperparameters: { drop: 0.5, every: 5 },
        batchSize: 10,
        l1: 0.1,
        l2: 0.2,
        dropout: 0.5,
        clipping: 2,
        frozen: [3, 17, 18],
        cut: [0],
      },
      stopping: { epochs: 3, loss: 0.1, accuracy: 0.9, plateau: 5 },
      saveFolder: 'out',
      predictionsFile: 'p.csv',
      json: true,
    });
  });

  it('takes a network without hidden layers', () => {
    expect(read('--hidden', 'none')?.network.hidden).toEqual([]);
  });

  it.each(updaters.map(({ name, defaultRate }) => [name, defaultRate]))(
    'takes the rate that suits %s',
    (name, rate) => {
      expect(read(`--updater=${name}`)?.training.rate).toBe(rate);
    },
  );

  it.each([
    ['--hidden 8,x', /^--hidden: units of layer 2: .* from 1 to 256, got "x"\.$/],
    ['--hidden 1,2,3,4,5,6,7,8,9', /^--hidden: hidden layers: .* at most 8 numbers/],
    ['--features x,x', /^--features: feature 2: expected no entry twice, got "x"\.$/],
    ['--momentum 0.5 --updater adam', /^--momentum: .* of Adam \(epsilon, beta1, beta2\)/],
    ['--momentum 0.5 --updater sgd', /^--momentum: .* SGD has none/],
    ['--schedule-drop 0.5', /^--schedule-drop: .* constant has none/],
    ['--separator colon', /^--separator: expected one of comma, semicolon, .* got "colon"\.$/],
    ['--columns x', /^--columns: expected two columns such as x1,x2 or 1,2, got "x"\.$/],
    ['--share 2', /^--share: expected a number from 0 to 0.9, got "2"\.$/],
    ['--share 0.2 --eval b.csv', /^--share: expected no --eval beside it/],
    ['--scale much', /^--scale: expected one of none, min-max, standard, got "much"\.$/],
    ['--rate 0', /^--rate: learning rate r: expected a number from 0.000001 to 10, got "0"\.$/],
    ['--epochs 0', /^--epochs: expected at least 1 here/],
    ['--epochs 1,000', /^--epochs: .* \(which can mean 1 or 1000\)\.$/],
    ['--seed -1', /^--seed: expected a whole number from 0 to 4294967295, got "-1"\.$/],
    ['--updater nesterov', /got "nesterov" \(did you mean nesterovs\?\)\.$/],
    [
      '--predictions p.csv',
      /^--predictions: expected --eval FILE or --share R as well, whose samples/,
    ],
    ['--stop-loss 0.1', /^--stop-loss: expected --eval FILE or --share R as well, whose loss/],
    [
      '--stop-accuracy 0.9',
      /^--stop-accuracy: expected --eval FILE or --share R as well, on which/,
    ],
    ['--plateau 5', /^--plateau: expected --eval FILE or --share R as well, whose loss/],
    ['b.csv', /expected one file of samples, .* got "a.csv", "b.csv"\.$/],
    [
      'b '.repeat(5000).trim(),
      /^train: expected one file of samples, .* got "a.csv", "b", "b" and 4998 more\.$/,
    ],
  ])('refuses %s', (words, sentence) => {
    expect(() => read(...words.split(' '))).toThrow(sentence);
  });

  it('refuses no file, and one without a name', () => {
    expect(() => readTrainOptions([])).toThrow(/got none\.$/);
    expect(() => readTrainOptions([''])).toThrow(/got ""\.$/);
  });

  it('gives nothing when help was asked for, whatever else is there', () => {
    expect(readTrainOptions(['--help'])).toBeUndefined();
    expect(readTrainOptions(['--help', '--rate', 'x'])).toBeUndefined();
  });
});

it('the help names every setting, with its range', () => {
  const names = [
    'eval',
    'save',
    'predictions',
    'json',
    ...recipeExperimentSettings.map(({ key }) => key),
  ];
  for (const name of names) expect(trainHelp).toMatch(new RegExp(`^  --${name}\\b`, 'm'));
  const words = trainHelp.replaceAll(/\s+/g, ' ');
  for (const { expected } of recipeExperimentSettings) expect(words).toContain(expected);
});
