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
  source: 'Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR 2019',
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
    const { beta1, beta2, epsilon, weightDecay } = hyperparameters;
    const { share1, share2, correction1, correction2 } = factorValues(
      biasCorrections,
      hyperparameters,
      count,
    );
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i];
      m[i] = beta1 * m[i] + share1 * g;
      v[i] = beta2 * v[i] + share2 * g * g;
      const change = m[i] / correction1 / (Math.sqrt(v[i] / correction2) + epsilon);
      parameters[i] -= rate * (change + weightDecay * parameters[i]);
    }
  },
  factors: biasCorrections,
  glsl: `
    m += share1 * (g - m);
    v += share2 * (g * g - v);
    w -= rate * (m / correction1 / (sqrt(v / correction2) + epsilon) + weightDecay * w);`,
};
