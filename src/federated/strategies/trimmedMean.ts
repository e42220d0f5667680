import { coordinatewise } from './coordinatewise.ts';
import { noObjection, type Strategy } from './strategy.ts';

export const trimmedMean: Strategy = {
  name: 'trimmed',
  label: 'Trimmed mean',
  formula: ['w ← w + mean of the changes without the ⌊β·n⌋ smallest and largest'],
  source:
    'Yin et al., Byzantine-Robust Distributed Learning: Towards Optimal Statistical Rates, ICML 2018',
  meaning: 'For each parameter the mean of the changes, without the smallest and the largest ones.',
  hyperparameters: [
    {
      name: 'trim',
      label: 'trimmed share β',
      default: 0.25,
      min: 0,
      max: 0.49,
      meaning: 'The share of the changes that is left out at each end.',
    },
  ],
  slots: [],
  local: 'none',
  takesMean: false,
  objection: noObjection,
  apply({ parameters, updates, hyperparameters: { trim = NaN } }) {
    const cut = Math.floor(trim * updates.length);
    coordinatewise(parameters, updates, (ascending) => {
      const kept = ascending.subarray(cut, ascending.length - cut);
      return kept.reduce((sum, value) => sum + value, 0) / kept.length;
    });
  },
};
