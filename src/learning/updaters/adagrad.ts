import * as common from './commonHyperparameters.ts';
import type { Updater } from './updater.ts';
import { noFactors } from './updaterFactors.ts';

/** s starts at 0, as all state does; its start value s₀ is added where s is used. */
export const adagrad: Updater = {
  name: 'adagrad',
  label: 'AdaGrad',
  formula: ['s ← s + g²', 'w ← w − r·g / √(s₀ + s + ε)'],
  source:
    'Duchi, Hazan and Singer, Adaptive Subgradient Methods, JMLR 2011; s₀ and ε under the root, as in tfjs and Keras',
  defaultRate: 0.1,
  hyperparameters: [
    {
      name: 'initial',
      label: 'start value s₀',
      default: 0.1,
      min: 0,
      max: 10,
      meaning: 'Start value of the sum of squares; a larger one makes the first steps smaller.',
    },
    common.epsilon,
  ],
  slots: ['s'],
  apply({ parameters, gradient, state: [s], rate, hyperparameters }) {
    const { initial = NaN, epsilon = NaN } = hyperparameters;
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] ?? 0;
      const sum = (s[i] ?? 0) + g * g;
      s[i] = sum;
      parameters[i] = (parameters[i] ?? 0) - (rate * g) / Math.sqrt(initial + sum + epsilon);
    }
  },
  factors: noFactors,
  glsl: `
    s += g * g;
    w -= rate * g / sqrt(initial + s + epsilon);`,
};
