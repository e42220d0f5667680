import { biasCorrections } from './biasCorrections.ts';
import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { factorValues } from './updaterFactors.ts';

export const adamax: Updater = {
  name: 'adamax',
  label: 'AdaMax',
  formula: ['m ← β₁·m + (1 − β₁)·g', 'u ← max(β₂·u, |g|)', 'w ← w − r·(m / (1 − β₁^t)) / (u + ε)'],
  source: 'Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, section 7.1',
  defaultRate: 0.02,
  hyperparameters: [common.beta1, common.beta2, common.epsilon],
  slots: ['m', 'u'],
  apply({ parameters, gradient, state: [m, u], rate, count, hyperparameters }) {
    const { beta1, beta2, epsilon } = hyperparameters;
    const { share1, correction1 } = factorValues(biasCorrections, hyperparameters, count);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i];
      m[i] = beta1 * m[i] + share1 * g;
      u[i] = Math.max(beta2 * u[i], Math.abs(g));
      parameters[i] -= (rate * (m[i] / correction1)) / (u[i] + epsilon);
    }
  },
  factors: biasCorrections,
  glsl: `
    m += share1 * (g - m);
    u = max(beta2 * u, abs(g));
    w -= rate * (m / correction1) / (u + epsilon);`,
};
