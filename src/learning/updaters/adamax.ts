import { biasCorrections } from './biasCorrections.ts';
import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { factorValues } from './updaterFactors.ts';

export const adamax: Updater = {
  name: 'adamax',
  label: 'AdaMax',
  formula: ['m ← β₁·m + (1 − β₁)·g', 'u ← max(β₂·u, |g|)', 'w ← w − r·(m / (1 − β₁^t)) / (u + ε)'],
  source:
    'Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, section 7.1; ε added to u, as in tfjs and Keras',
  defaultRate: 0.02,
  hyperparameters: [common.beta1, common.beta2, common.epsilon],
  slots: ['m', 'u'],
  apply({ parameters, gradient, state: [m, u], rate, count, hyperparameters }) {
    const { beta1 = NaN, beta2 = NaN, epsilon = NaN } = hyperparameters;
    const { share1 = NaN, correction1 = NaN } = factorValues(
      biasCorrections,
      hyperparameters,
      count,
    );
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const mNow = beta1 * (m[i] ?? 0) + share1 * g;
      const uNow = Math.max(beta2 * (u[i] ?? 0), Math.abs(g));
      m[i] = mNow;
      u[i] = uNow;
      parameters[i] = (parameters[i] ?? 0) - (rate * (mNow * correction1)) / (uNow + epsilon);
    }
  },
  factors: biasCorrections,
  glsl: `
    m = m - share1 * m + share1 * g;
    u = max(beta2 * u, abs(g));
    w -= rate * correction1 * m / (u + epsilon);`,
};
