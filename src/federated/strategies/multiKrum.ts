import { addTo } from '../addTo.ts';
import { chooseByKrum, krumObjection } from './chooseByKrum.ts';
import { plainMean } from './meanChange.ts';
import { faulty } from './serverHyperparameters.ts';
import type { Strategy } from './strategy.ts';

export const multiKrum: Strategy = {
  name: 'multikrum',
  label: 'Multi-Krum',
  formula: ['w ← w + mean of the m changes that are nearest to their n − f − 2 neighbours'],
  source:
    'Blanchard et al., Machine Learning with Adversaries: Byzantine Tolerant Gradient Descent, NeurIPS 2017',
  meaning: 'The mean of those changes that are most like the others.',
  hyperparameters: [
    faulty,
    {
      name: 'chosen',
      label: 'chosen m',
      default: 5,
      min: 1,
      max: 1000,
      integer: true,
      meaning: 'How many changes are averaged.',
    },
  ],
  slots: [],
  local: 'none',
  takesMean: false,
  objection(count, { faulty: f = NaN, chosen = NaN }) {
    const ofKrum = krumObjection('Multi-Krum', count, f);
    if (ofKrum !== undefined || chosen <= count - f) return ofKrum;
    return `Multi-Krum can choose at most ${count - f} of ${count} updates when ${f} may be faulty, got ${chosen}.`;
  },
  apply({ parameters, updates, hyperparameters: { faulty: f = NaN, chosen = NaN } }) {
    addTo(parameters, plainMean(chooseByKrum(updates, f, chosen)));
  },
};
