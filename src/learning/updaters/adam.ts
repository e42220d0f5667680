import { biasCorrections } from './biasCorrections.ts';
import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { factorValues } from './updaterFactors.ts';

/** DL4J adds ε before v is corrected, which makes its first steps a little smaller. */
export const adam: Updater = {
  name: 'adam',
  label: 'Adam',
  formula: [
    'm ← β₁·m + (1 − β₁)·g',
    'v ← β₂·v + (1 − β₂)·g²',
    'w ← w − r·(m / (1 − β₁^t)) / (√(v / (1 − β₂^t)) + ε)',
  ],
  source: 'Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015',
  defaultRate: 0.01,
  hyperparameters: [common.beta1, common.beta2, common.epsilon],
  slots: ['m', 'v'],
  apply({ parameters, gradient, state: [m, v], rate, count, hyperparameters }) {
    const { beta1, beta2, epsilon } = hyperparameters;
    const { share1, share2, correction1, correction2 } = factorValues(
      biasCorrections,
      hyperparameters,
      count,
    );
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i];
      m[i] = beta1 * m[i] + share1 * g;
      v[i] = beta2 * v[i] + share2 * g * g;
      parameters[i] -= (rate * (m[i] / correction1)) / (Math.sqrt(v[i] / correction2) + epsilon);
    }
  },
  factors: biasCorrections,
  glsl: `
    m += share1 * (g - m);
    v += share2 * (g * g - v);
    w -= rate * (m / correction1) / (sqrt(v / correction2) + epsilon);`,
};
