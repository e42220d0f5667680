import { biasCorrections } from './biasCorrections.ts';
import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { factorValues } from './updaterFactors.ts';

/** The paper leaves out the bias corrections. With them it equals Adam as long as v grows. */
export const amsgrad: Updater = {
  name: 'amsgrad',
  label: 'AMSGrad',
  formula: [
    'm ← β₁·m + (1 − β₁)·g',
    'v ← β₂·v + (1 − β₂)·g²',
    'h ← max(h, v)',
    'w ← w − r·(m / (1 − β₁^t)) / (√(h / (1 − β₂^t)) + ε)',
  ],
  source: 'Reddi, Kale and Kumar, On the Convergence of Adam and Beyond, ICLR 2018',
  defaultRate: 0.01,
  hyperparameters: [common.beta1, common.beta2, common.epsilon],
  slots: ['m', 'v', 'h'],
  apply({ parameters, gradient, state: [m, v, h], rate, count, hyperparameters }) {
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
      const hNow = Math.max(h[i] ?? 0, vNow);
      h[i] = hNow;
      const change = (mNow * correction1) / (Math.sqrt(hNow * correction2) + epsilon);
      parameters[i] = (parameters[i] ?? 0) - rate * change;
    }
  },
  factors: biasCorrections,
  glsl: `
    m = m - share1 * m + share1 * g;
    v = v - share2 * v + share2 * g * g;
    h = max(h, v);
    w -= rate * correction1 * m / (sqrt(h * correction2) + epsilon);`,
};
