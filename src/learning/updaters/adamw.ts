import { biasCorrections } from './biasCorrections.ts';
import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { factorValues } from './updaterFactors.ts';

export const adamw: Updater = {
  name: 'adamw',
  label: 'AdamW',
  formula: [
    'm ← β₁·m + (1 − β₁)·g',
    'v ← β₂·v + (1 − β₂)·g²',
    'w ← w − r·((m / (1 − β₁^t)) / (√(v / (1 − β₂^t)) + ε) + λ·w)',
  ],
  source:
    'Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR 2019; λ times the rate r, as in PyTorch and Keras',
  defaultRate: 0.01,
  hyperparameters: [
    common.beta1,
    common.beta2,
    common.epsilon,
    {
      name: 'weightDecay',
      label: 'weight decay λ',
      default: 0.01,
      min: 0,
      max: 1,
      meaning: 'How strongly each step pulls all weights and biases towards zero.',
    },
  ],
  slots: ['m', 'v'],
  apply({ parameters, gradient, state: [m, v], rate, count, hyperparameters }) {
    const { beta1 = NaN, beta2 = NaN, epsilon = NaN, weightDecay = NaN } = hyperparameters;
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
      const w = parameters[i] ?? 0;
      parameters[i] = w - rate * (change + weightDecay * w);
    }
  },
  factors: biasCorrections,
  glsl: `
    m = m - share1 * m + share1 * g;
    v = v - share2 * v + share2 * g * g;
    w -= rate * (m * correction1 / (sqrt(v * correction2) + epsilon) + weightDecay * w);`,
};
