import { momentum } from '../../learning/updaters/commonHyperparameters.ts';
import { meanChange } from './meanChange.ts';
import { serverRate } from './serverHyperparameters.ts';
import { noObjection, type Strategy } from './strategy.ts';

export const fedAvgM: Strategy = {
  name: 'fedavgm',
  label: 'FedAvgM',
  formula: ['v ← μ·v + Δ', 'w ← w + η·v'],
  source:
    'Hsu, Qi and Brown, Measuring the Effects of Non-Identical Data Distribution for Federated Visual Classification, 2019',
  meaning: 'The mean change with momentum: each round continues a share of the last one.',
  hyperparameters: [serverRate, { ...momentum, label: 'server momentum μ', default: 0.5 }],
  slots: [{ name: 'v', start: () => 0 }],
  local: 'none',
  takesMean: true,
  objection: noObjection,
  apply({ parameters, updates, state: [v], hyperparameters }) {
    const { rate = NaN, momentum: kept = NaN } = hyperparameters;
    const mean = meanChange(updates);
    for (let i = 0; i < parameters.length; i++) {
      const velocity = kept * (v[i] ?? 0) + (mean[i] ?? 0);
      v[i] = velocity;
      parameters[i] = (parameters[i] ?? 0) + rate * velocity;
    }
  },
};
