import type { Updater } from './updater.ts';
import { noFactors } from './updaterFactors.ts';

export const sgd: Updater = {
  name: 'sgd',
  label: 'SGD',
  formula: ['w ← w − r·g'],
  source: 'Robbins and Monro, A Stochastic Approximation Method, 1951',
  defaultRate: 0.1,
  hyperparameters: [],
  slots: [],
  apply({ parameters, gradient, rate }) {
    for (let i = 0; i < parameters.length; i++) {
      parameters[i] = (parameters[i] ?? 0) - rate * (gradient[i] ?? 0);
    }
  },
  factors: noFactors,
  glsl: `
    w -= rate * g;`,
};
