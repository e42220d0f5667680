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
    const { beta1 = NaN, beta2 = NaN, epsilon = NaN } = hyperparameters;
    const {
      share1 = NaN,
      share2 = NaN,
      correction1 = NaN,
      correction2 = NaN,
    } = factorValues(biasCorrections, hyperparameters, count);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const mNow = beta1 * (m[i] ?? 0) + share1 * g;
      const vNow = beta2 * (v[i] ?? 0) + share2 * g * g;
      m[i] = mNow;
      v[i] = vNow;
      const change = (mNow * correction1) / (Math.sqrt(vNow * correction2) + epsilon);
      parameters[i] = (parameters[i] ?? 0) - rate * change;
    }
  },
  factors: biasCorrections,
  glsl: `
    m = m - share1 * m + share1 * g;
    v = v - share2 * v + share2 * g * g;
    w -= rate * correction1 * m / (sqrt(v * correction2) + epsilon);`,
};
