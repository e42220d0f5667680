import { addTo } from '../addTo.ts';
import { meanChange } from './meanChange.ts';
import { noObjection, type Strategy } from './strategy.ts';

/** The server combines as FedAvg does; `local` is the difference. */
export const fedProx: Strategy = {
  name: 'fedprox',
  label: 'FedProx',
  formula: ['on the client: g ← g + μ·(w − w₀)', 'w ← w + Δ'],
  source: 'Li et al., Federated Optimization in Heterogeneous Networks, MLSys 2020',
  meaning: 'As FedAvg, but each client is pulled back to the parameters that it received.',
  hyperparameters: [
    {
      name: 'mu',
      label: 'proximal μ',
      default: 0.1,
      min: 0,
      max: 100,
      meaning: 'How strongly a client is pulled back to the parameters that it received.',
    },
  ],
  slots: [],
  local: 'proximal',
  takesMean: true,
  objection: noObjection,
  apply({ parameters, updates }) {
    addTo(parameters, meanChange(updates));
  },
};
