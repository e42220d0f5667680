import { addTo } from '../addTo.ts';
import { meanChange } from './meanChange.ts';
import { noObjection, type Strategy } from './strategy.ts';

/** With one local step on all samples of a client it is FedSGD. */
export const fedAvg: Strategy = {
  name: 'fedavg',
  label: 'FedAvg',
  formula: ['w ← w + Δ'],
  source:
    'McMahan et al., Communication-Efficient Learning of Deep Networks from Decentralized Data, AISTATS 2017',
  meaning: 'The mean of all changes, in which each sample counts the same.',
  hyperparameters: [],
  slots: [],
  local: 'none',
  takesMean: true,
  objection: noObjection,
  apply({ parameters, updates }) {
    addTo(parameters, meanChange(updates));
  },
};
