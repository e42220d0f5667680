import { adaptiveSlots } from './adaptiveSlots.ts';
import { meanChange } from './meanChange.ts';
import * as server from './serverHyperparameters.ts';
import { noObjection, type Strategy } from './strategy.ts';

export const fedYogi: Strategy = {
  name: 'fedyogi',
  label: 'FedYogi',
  formula: ['m ← β₁·m + (1 − β₁)·Δ', 'v ← v − (1 − β₂)·Δ²·sign(v − Δ²)', 'w ← w + η·m / (√v + τ)'],
  source: 'Reddi et al., Adaptive Federated Optimization, ICLR 2021, Algorithm 2',
  meaning: 'As FedAdam, but the scale follows more slowly when the changes become small.',
  hyperparameters: [server.adaptiveRate, server.beta1, server.beta2, server.tau],
  slots: adaptiveSlots,
  local: 'none',
  takesMean: true,
  objection: noObjection,
  apply({ parameters, updates, state: [m, v], hyperparameters }) {
    const { rate = NaN, beta1 = NaN, beta2 = NaN, tau = NaN } = hyperparameters;
    const mean = meanChange(updates);
    for (let i = 0; i < parameters.length; i++) {
      const change = mean[i] ?? 0;
      const square = change * change;
      const mNow = beta1 * (m[i] ?? 0) + (1 - beta1) * change;
      const before = v[i] ?? 0;
      const vNow = before - (1 - beta2) * square * Math.sign(before - square);
      m[i] = mNow;
      v[i] = vNow;
      parameters[i] = (parameters[i] ?? 0) + (rate * mNow) / (Math.sqrt(vNow) + tau);
    }
  },
};
