import { addTo } from '../addTo.ts';
import { chooseByKrum, krumObjection } from './chooseByKrum.ts';
import { plainMean } from './meanChange.ts';
import { faulty } from './serverHyperparameters.ts';
import type { Strategy } from './strategy.ts';

export const krum: Strategy = {
  name: 'krum',
  label: 'Krum',
  formula: ['w ← w + the change that is nearest to its n − f − 2 neighbours'],
  source:
    'Blanchard et al., Machine Learning with Adversaries: Byzantine Tolerant Gradient Descent, NeurIPS 2017',
  meaning: 'The one change that is most like the others; all other ones are dropped.',
  hyperparameters: [faulty],
  slots: [],
  local: 'none',
  takesMean: false,
  objection: (count, { faulty: f = NaN }) => krumObjection('Krum', count, f),
  apply({ parameters, updates, hyperparameters: { faulty: f = NaN } }) {
    addTo(parameters, plainMean(chooseByKrum(updates, f, 1)));
  },
};
