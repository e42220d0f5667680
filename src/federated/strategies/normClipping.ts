import { clipToNorm } from '../../learning/network/clipToNorm.ts';
import { addTo } from '../addTo.ts';
import { meanChange } from './meanChange.ts';
import { noObjection, type Strategy } from './strategy.ts';

export const normClipping: Strategy = {
  name: 'normclip',
  label: 'Norm clipping',
  formula: ['Δᵢ ← Δᵢ·min(1, C / ‖Δᵢ‖)', 'w ← w + Δ'],
  source: 'Sun et al., Can You Really Backdoor Federated Learning?, 2019',
  meaning: 'The mean of the changes, each of which is shortened to a largest length first.',
  hyperparameters: [
    {
      name: 'limit',
      label: 'largest change C',
      default: 1,
      min: 1e-4,
      max: 1000,
      meaning: 'The largest Euclidean length of a change.',
    },
  ],
  slots: [],
  local: 'none',
  takesMean: false,
  objection: noObjection,
  apply({ parameters, updates, hyperparameters: { limit = NaN } }) {
    const clipped = updates.map((update) => {
      const change = Float64Array.from(update.change);
      clipToNorm(change, limit);
      return { ...update, change };
    });
    addTo(parameters, meanChange(clipped));
  },
};
