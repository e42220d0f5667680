import { describe, expect, it } from 'vitest';
import { hasEvaluation, setNames } from '../../src/cli/sampleOptions.ts';
import { readTrainOptions } from '../../src/cli/trainOptions.ts';
import { articleConfiguration, articleRecipe } from '../../src/learning/configuration.ts';

function read(line: string) {
  const options = readTrainOptions(line.split(' ').filter(Boolean));
  if (!options) throw new Error('Expected options.');
  return options;
}

describe('samples of a data set', () => {
  it('are drawn as the options say', () => {
    const { recipe, trainingFile } = read(
      '--data moon --training 300 --evaluation 40 --data-seed 5 ' +
        '--noise 0,3 --balance 0.2 --label-noise 0.1 --outliers 0.05',
    );
    expect(trainingFile).toBeUndefined();
    expect(recipe).toEqual({
      ...{ set: 'moon', training: 300, evaluation: 40, seed: 5 },
      ...{ noise: 0.3, balance: 0.2, labelNoise: 0.1, outliers: 0.05 },
    });
  });

  it('bring the settings that they want, as in a link', () => {
    expect(read('--data linear')).toMatchObject({
      recipe: articleRecipe,
      training: articleConfiguration.training,
      stopping: articleConfiguration.stopping,
    });
    const { network, training, stopping } = read('--data rings --epochs 7');
    expect(network.hidden.map(({ units }) => units)).toEqual([20, 10]);
    expect([training.rate, stopping.epochs]).toEqual([0.02, 7]);
  });

  it('have names, and an evaluation set unless it is empty', () => {
    expect(setNames(read('--data moon'))).toEqual({
      training: 'the training set of moon',
      evaluation: 'the evaluation set of moon',
    });
    expect(setNames(read('a.csv --eval b.csv'))).toEqual({
      training: 'a.csv',
      evaluation: 'b.csv',
    });
    const lines = ['--data moon', '--data moon --evaluation 0', 'a.csv', 'a.csv --eval b.csv'];
    expect(lines.map(read).map(hasEvaluation)).toEqual([true, false, false, true]);
    expect(hasEvaluation(read('a.csv --share 0.2'))).toBe(true);
  });

  it.each([
    ['--data mars', /^--data: data set: expected one of linear, .*got "mars"/],
    ['--data moon --noise 2', /^--noise: expected a number from 0 to 0.5, got "2"\.$/],
    ['--data moon a.csv', /^--data: expected no file beside it, .* got "a.csv"\.$/],
    ['--data moon --eval b.csv', /^--eval: expected no file beside --data; --evaluation says/],
    ['a.csv --noise 0.1', /^--noise: expected --data NAME as well, whose samples it sets\.$/],
    ['--data moon --label 1', /^--label: expected a file, which it is about, instead of --data\.$/],
    ['--data moon --evaluation 0 --plateau 5', /^--plateau: expected --evaluation of at least 1,/],
  ])('are refused in: %s', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence);
  });
});
