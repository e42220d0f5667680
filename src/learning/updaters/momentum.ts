import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { noFactors } from './updaterFactors.ts';

export const momentum: Updater = {
  name: 'momentum',
  label: 'Momentum',
  formula: ['v ← μ·v + g', 'w ← w − r·v'],
  source: 'Polyak, Some Methods of Speeding up the Convergence of Iteration Methods, 1964',
  defaultRate: 0.01,
  hyperparameters: [common.momentum],
  slots: ['v'],
  apply({ parameters, gradient, state: [v], rate, hyperparameters: { momentum = NaN } }) {
    for (let i = 0; i < parameters.length; i++) {
      const velocity = momentum * (v[i] ?? 0) + (gradient[i] ?? 0);
      v[i] = velocity;
      parameters[i] = (parameters[i] ?? 0) - rate * velocity;
    }
  },
  factors: noFactors,
  glsl: `
    v = momentum * v + g;
    w -= rate * v;`,
};
