import { describe, expect, it } from 'vitest';
import { articleConfiguration } from '../../../src/learning/configuration.ts';
import { updaters } from '../../../src/learning/updaters/updaters.ts';
import { updaterFormula } from '../../../src/state/experiment/updaterFormula.ts';

const { training } = articleConfiguration;

describe('updaterFormula', () => {
  it('puts the present numbers in', () => {
    const { letters, numbers } = updaterFormula(training, 0.005);
    expect(letters).toEqual(['v ← μ·v + g', 'w ← w − r·(g + μ·v)']);
    expect(numbers).toEqual(['v ← 0.9·v + g', 'w ← w − 0.005·(g + 0.9·v)']);
  });

  it('takes defaults for what is not given, and keeps s₀ apart from s', () => {
    const adagrad = { ...training, updater: 'adagrad', hyperparameters: { initial: 0.25 } };
    expect(updaterFormula(adagrad, 0.1).numbers).toEqual([
      's ← s + g²',
      'w ← w − 0.1·g / √(0.25 + s + 1e-7)',
    ]);
  });

  it.each(updaters)('leaves no hyperparameter as a letter in $name', (updater) => {
    const { numbers, symbols } = updaterFormula(
      { ...training, updater: updater.name, hyperparameters: {} },
      updater.defaultRate,
    );
    expect(numbers.join(' ')).not.toMatch(/[μβρελ₀]|\br\b/);
    const state = ['w', 'g', 'r', ...updater.slots];
    expect(symbols.map(({ symbol }) => symbol)).toEqual(expect.arrayContaining(state));
    expect(symbols).toHaveLength(
      state.length + updater.hyperparameters.length + (/\^\(?t/.test(numbers.join()) ? 1 : 0),
    );
  });
});
