import { addTo } from '../addTo.ts';
import { meanChange } from './meanChange.ts';
import { serverRate } from './serverHyperparameters.ts';
import { noObjection, type Strategy } from './strategy.ts';

/**
 * Option II of the paper, with weights by numbers of samples n of N in the class (the paper has one
 * weight for all), so that c remains Σ n·cᵢ / N.
 */
export const scaffold: Strategy = {
  name: 'scaffold',
  label: 'SCAFFOLD',
  formula: [
    'on the client: g ← g − cᵢ + c; at the end: cᵢ ← cᵢ − c + (w₀ − w) / (steps·r)',
    'w ← w + η·Δ',
    'c ← c + Σ n·Δcᵢ / N',
  ],
  source:
    'Karimireddy et al., SCAFFOLD: Stochastic Controlled Averaging for Federated Learning, ICML 2020, Algorithm 1',
  meaning:
    'Each client corrects its gradients by how they differ from those of the class; updates are twice as large.',
  hyperparameters: [serverRate],
  slots: [{ name: 'c', start: () => 0 }],
  local: 'variates',
  takesMean: false,
  objection: noObjection,
  apply({ parameters, updates, state: [c], hyperparameters, classSamples }) {
    addTo(parameters, meanChange(updates), hyperparameters.rate);
    for (const { variateChange, samples } of updates) {
      addTo(c, variateChange, samples / classSamples);
    }
  },
};
