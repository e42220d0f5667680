import type { Hyperparameter } from '../../learning/hyperparameter.ts';
import { withDefaults } from '../../learning/hyperparameter.ts';
import type { TrainingSpecification } from '../../learning/specification.ts';
import { updaterNamed } from '../../learning/updaters/updaters.ts';
import { plainNumber } from '../entry/numberEntry.ts';

/** A letter of a formula and its meaning. */
export interface FormulaSymbol {
  readonly symbol: string;
  readonly meaning: string;
}

/** What an updater does in one step, one assignment a line. */
export interface UpdaterFormula {
  /** With letters: `v ← μ·v + g`. */
  readonly letters: readonly string[];
  /** With the present numbers in their place: `v ← 0.9·v + g`. */
  readonly numbers: readonly string[];
  readonly symbols: readonly FormulaSymbol[];
  readonly source: string;
}

/** The formula of the updater in use, at the learning rate of this moment. */
export function updaterFormula(training: TrainingSpecification, rate: number): UpdaterFormula {
  const { formula, hyperparameters, slots, source } = updaterNamed(training.updater);
  const values = withDefaults(hyperparameters, training.hyperparameters);
  const numbers = new Map([
    ['r', rate],
    ...hyperparameters.map((each) => [symbolOf(each), values[each.name] ?? each.default] as const),
  ]);
  const letters = formula.join(' ');
  const own = hyperparameters.map((each) => ({ symbol: symbolOf(each), meaning: each.meaning }));
  const symbols: FormulaSymbol[] = [
    { symbol: 'w', meaning: 'A parameter: one weight or bias. Each goes through the same rule.' },
    { symbol: 'g', meaning: 'The slope of the loss as that parameter grows, from one mini-batch.' },
    { symbol: 'r', meaning: 'The learning rate: how far one step goes.' },
    ...slots.map((symbol) => ({
      symbol,
      meaning: 'What the updater remembers of the steps before; 0 at first.',
    })),
    ...own,
    { symbol: 't', meaning: 'Which update this is: 1, 2, 3, …' },
  ].filter(({ symbol }) => find(symbol).test(letters));
  return {
    letters: formula,
    numbers: formula.map((line) => withNumbers(line, numbers)),
    symbols,
    source,
  };
}

/** The last word of the label: `momentum μ` is μ in the formula. */
function symbolOf({ label }: Hyperparameter): string {
  return label.slice(label.lastIndexOf(' ') + 1);
}

function withNumbers(line: string, numbers: ReadonlyMap<string, number>): string {
  let text = line;
  for (const [symbol, value] of numbers) text = text.replaceAll(find(symbol), plainNumber(value));
  return text;
}

/** The symbol where it is a word by itself: not the s of s₀ or the x of `max`. */
function find(symbol: string): RegExp {
  return new RegExp(`(?<!\\p{L})${symbol}(?![\\p{L}₀-₉])`, 'gu');
}
