import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { noFactors } from './updaterFactors.ts';

/** DL4J keeps −r·v instead of v, which is equivalent while the rate does not change. */
export const nesterovs: Updater = {
  name: 'nesterovs',
  label: 'Nesterovs',
  formula: ['v ← μ·v + g', 'w ← w − r·(g + μ·v)'],
  source:
    'Nesterov (1983), in the form of Bengio et al., Advances in Optimizing Recurrent Networks, 2012',
  defaultRate: 0.01,
  hyperparameters: [common.momentum],
  slots: ['v'],
  apply({ parameters, gradient, state: [v], rate, hyperparameters: { momentum = NaN } }) {
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const velocity = momentum * (v[i] ?? 0) + g;
      v[i] = velocity;
      parameters[i] = (parameters[i] ?? 0) - rate * (g + momentum * velocity);
    }
  },
  factors: noFactors,
  glsl: `
    v = momentum * v + g;
    w -= rate * (g + momentum * v);`,
};
