import { biasCorrections } from './biasCorrections.ts';
import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { factorValues, type UpdaterFactors } from './updaterFactors.ts';

/** Dozat's look-ahead multiplies the mean by the correction of the step after this one. */
const factors: UpdaterFactors = {
  names: [...biasCorrections.names, 'nextCorrection1'],
  write(target, first, hyperparameters, t) {
    const { beta1 = NaN } = hyperparameters;
    biasCorrections.write(target, first, hyperparameters, t);
    target[first + biasCorrections.names.length] = 1 / (1 - beta1 ** (t + 1));
  },
};

export const nadam: Updater = {
  name: 'nadam',
  label: 'Nadam',
  formula: [
    'm ← β₁·m + (1 − β₁)·g',
    'v ← β₂·v + (1 − β₂)·g²',
    'n ← β₁·m / (1 − β₁^(t+1)) + (1 − β₁)·g / (1 − β₁^t)',
    'w ← w − r·n / (√(v / (1 − β₂^t)) + ε)',
  ],
  source:
    'Dozat, Incorporating Nesterov Momentum into Adam, ICLR workshop 2016; β₁ constant, where PyTorch and Keras let it grow',
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
      nextCorrection1 = NaN,
    } = factorValues(factors, hyperparameters, count);
    const meanShare = beta1 * nextCorrection1;
    const gradientShare = share1 * correction1;
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const mNow = beta1 * (m[i] ?? 0) + share1 * g;
      const vNow = beta2 * (v[i] ?? 0) + share2 * g * g;
      m[i] = mNow;
      v[i] = vNow;
      const ahead = meanShare * mNow + gradientShare * g;
      const change = ahead / (Math.sqrt(vNow * correction2) + epsilon);
      parameters[i] = (parameters[i] ?? 0) - rate * change;
    }
  },
  factors,
  glsl: `
    m = m - share1 * m + share1 * g;
    v = v - share2 * v + share2 * g * g;
    w -= rate * (beta1 * nextCorrection1 * m + share1 * correction1 * g)
      / (sqrt(v * correction2) + epsilon);`,
};
