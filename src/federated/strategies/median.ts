import { coordinatewise } from './coordinatewise.ts';
import { noObjection, type Strategy } from './strategy.ts';

export const median: Strategy = {
  name: 'median',
  label: 'Median',
  formula: ['w ← w + median of the changes, parameter by parameter'],
  source:
    'Yin et al., Byzantine-Robust Distributed Learning: Towards Optimal Statistical Rates, ICML 2018',
  meaning:
    'The middle one of the changes, for each parameter: fewer than half of the clients cannot move it far.',
  hyperparameters: [],
  slots: [],
  local: 'none',
  takesMean: false,
  objection: noObjection,
  apply({ parameters, updates }) {
    coordinatewise(parameters, updates, middle);
  },
};

/** The mean of the two in the middle for an even number. */
export function middle(ascending: Float64Array): number {
  const half = ascending.length >> 1;
  const upper = ascending[half] ?? NaN;
  return ascending.length % 2 === 1 ? upper : ((ascending[half - 1] ?? NaN) + upper) / 2;
}
