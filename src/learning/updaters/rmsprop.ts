import * as common from './commonHyperparameters.ts';
import { decayShare } from './decayShare.ts';
import type { Updater } from './updater.ts';

export const rmsprop: Updater = {
  name: 'rmsprop',
  label: 'RMSProp',
  formula: ['s ← ρ·s + (1 − ρ)·g²', 'w ← w − r·g / √(s + ε)'],
  source:
    'Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012; ε under the root, as in tfjs and Keras',
  defaultRate: 0.01,
  hyperparameters: [
    {
      name: 'decay',
      label: 'decay ρ',
      default: 0.9,
      min: 0,
      max: 0.9999,
      meaning: 'The share of the running mean of the squared gradient that each step keeps.',
    },
    common.epsilon,
  ],
  slots: ['s'],
  apply({ parameters, gradient, state: [s], rate, hyperparameters }) {
    const { decay = NaN, epsilon = NaN } = hyperparameters;
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const mean = decay * (s[i] ?? 0) + (1 - decay) * g * g;
      s[i] = mean;
      parameters[i] = (parameters[i] ?? 0) - (rate * g) / Math.sqrt(mean + epsilon);
    }
  },
  factors: decayShare,
  glsl: `
    s = s - share * s + share * g * g;
    w -= rate * g / sqrt(s + epsilon);`,
};
